// One's own settings: profile, notifications and how the page looks.
import { AddressNotice } from "../features/settings/AddressNotice";
import { Appearance } from "../features/settings/Appearance";
import { NotificationMatrix } from "../features/settings/NotificationMatrix";
import { ProfileForm } from "../features/settings/ProfileForm";
import { Section } from "../features/settings/Section";
import { KeysSwitch } from "../features/tasks/keys/KeysSwitch";
import { useMe } from "../session/Session";
import { strings } from "../strings";
import { ListPage } from "./ListPage";

const words = strings.settings;

export default function SettingsPage() {
  const me = useMe();
  return (
    <ListPage title={strings.nav.settings}>
      <div className="h-full overflow-y-auto px-4 pb-8">
        <div className="max-w-2xl">
          <Section title={words.profile}>
            <ProfileForm me={me} />
          </Section>
          <Section title={words.notifications} text={words.notificationsText}>
            <AddressNotice me={me} />
            <NotificationMatrix me={me} />
          </Section>
          <Section title={words.appearance} text={words.appearanceText}>
            <Appearance />
          </Section>
          <Section title={strings.nav.keys}>
            <KeysSwitch />
          </Section>
        </div>
      </div>
    </ListPage>
  );
}
