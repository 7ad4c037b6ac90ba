// What is said to those who stop a mail by its last link.

export const unsubscribe = {
  title: "Stop these mails?",
  text: (when: string) => `Baton mails you when ${when}. Stop that, and every other mail stays as it is.`,
  stop: "Stop these mails",
  stopped: "Stopped",
  stoppedText: (when: string) => `Baton no longer mails you when ${when}. Your inbox in Baton is as before.`,
  broken: "This link doesn't work",
  brokenText: "It may have been cut off. Copy the whole link from the mail, or sign in and choose your mails in the settings.",
  gone: "There is nobody to mail",
  goneText: "The account this mail was for no longer exists, so it gets no mails.",
  settings: "All your notifications",
};
