// What somebody is told about, by which channel: a switch for each.
import type { User } from "../../api/types";
import { strings } from "../../strings";
import { Switch } from "../../ui/Switch";
import { CHANNELS, NOTIFICATIONS } from "./notifications";
import { useSwitchNotification } from "./queries";

const words = strings.settings;

export function NotificationMatrix({ me }: { me: User }) {
  const change = useSwitchNotification();
  return (
    <table className="w-full">
      <thead>
        <tr className="text-xs text-muted">
          <th scope="col" className="pb-2 text-left font-medium">
            {words.tellWhen}
          </th>
          {CHANNELS.map((channel) => (
            <th key={channel} scope="col" className="w-16 pb-2 text-center font-medium">
              {words.channels[channel]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {NOTIFICATIONS.map((notification) => (
          <tr key={notification} className="border-t border-line">
            <th scope="row" className="py-2.5 pr-3 text-left font-normal first-letter:uppercase">
              {words.whens[notification]}
            </th>
            {CHANNELS.map((channel) => (
              <td key={channel} className="text-center">
                <Switch
                  label={words.switchName(words.channels[channel], words.whens[notification])}
                  on={me.notifications[notification]?.includes(channel) ?? false}
                  onChange={(on) => {
                    change({ notification, channel, on });
                  }}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
