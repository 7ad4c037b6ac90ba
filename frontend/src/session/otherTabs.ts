// What this tab tells the browser's other tabs of Baton: that somebody signed in or out here.

export type News = { kind: "entered"; email: string } | { kind: "left" };

export type OtherTabs = { tell: (news: News) => void; close: () => void };

/** Only news of other tabs arrives, never one's own. */
export function otherTabs(onNews: (news: News) => void): OtherTabs {
  const channel = new BroadcastChannel("baton.session");
  channel.onmessage = (event: MessageEvent<News>) => {
    onNews(event.data);
  };
  return {
    tell: (news) => {
      channel.postMessage(news);
    },
    close: () => {
      channel.close();
    },
  };
}
