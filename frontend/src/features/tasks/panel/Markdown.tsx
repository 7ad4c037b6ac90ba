// Markdown drawn as elements, never as markup: raw HTML stays text, and nothing is fetched from elsewhere.
import { Fragment } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { strings } from "../../../strings";

const linkLook = "text-accent underline decoration-line-strong underline-offset-2 hover:decoration-accent";

/** A link that was not safe to follow comes without an address. */
function OutsideLink({ href, children }: { href?: string | undefined; children?: React.ReactNode }) {
  if (!href) return <Fragment>{children}</Fragment>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc" className={linkLook}>
      {children}
    </a>
  );
}

// The page has headings of its own; those of a text stand below them.
const HEADING = "mt-3 mb-1 font-semibold first:mt-0";

const components: Components = {
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  // An image would tell its server who looks at the task, and when.
  img: ({ src, alt }) => <OutsideLink href={typeof src === "string" ? src : undefined}>{alt || src}</OutsideLink>,
  h1: ({ children }) => <h3 className={HEADING}>{children}</h3>,
  h2: ({ children }) => <h3 className={HEADING}>{children}</h3>,
  h3: ({ children }) => <h4 className={HEADING}>{children}</h4>,
  h4: ({ children }) => <h4 className={HEADING}>{children}</h4>,
  h5: ({ children }) => <h4 className={HEADING}>{children}</h4>,
  h6: ({ children }) => <h4 className={HEADING}>{children}</h4>,
  p: ({ children }) => <p className="my-2 whitespace-pre-line first:mt-0 last:mb-0">{children}</p>,
  // Boxes to tick stand in the place of the bullets.
  ul: ({ className, children }) => (
    <ul className={`my-2 first:mt-0 last:mb-0 ${className === "contains-task-list" ? "list-none" : "list-disc pl-5"}`}>{children}</ul>
  ),
  ol: ({ children, start }) => (
    <ol start={start} className="my-2 list-decimal pl-5 first:mt-0 last:mb-0">
      {children}
    </ol>
  ),
  li: ({ children }) => <li className="my-0.5">{children}</li>,
  input: ({ checked }) => (
    <>
      <span aria-hidden="true" className="mr-1.5 select-none">
        {checked ? "☑" : "☐"}
      </span>
      <span className="sr-only">{checked ? strings.panel.ticked : strings.panel.unticked}</span>
    </>
  ),
  blockquote: ({ children }) => <blockquote className="my-2 border-l-2 border-line-strong pl-3 text-muted">{children}</blockquote>,
  code: ({ children }) => <code className="rounded bg-hover px-1 py-px font-mono text-[0.92em] break-words">{children}</code>,
  pre: ({ children }) => (
    <pre className="my-2 overflow-x-auto rounded-md bg-column p-3 text-sm [&_code]:bg-transparent [&_code]:p-0">{children}</pre>
  ),
  hr: () => <hr className="my-3 border-line" />,
  table: ({ children }) => (
    <div className="my-2 overflow-x-auto">
      <table className="text-sm [&_td]:border [&_td]:border-line [&_td]:px-2 [&_td]:py-1 [&_th]:border [&_th]:border-line [&_th]:px-2 [&_th]:py-1 [&_th]:text-left">
        {children}
      </table>
    </div>
  ),
};

const plugins = [remarkGfm];

export default function Markdown({ text }: { text: string }) {
  return (
    <ReactMarkdown remarkPlugins={plugins} components={components}>
      {text}
    </ReactMarkdown>
  );
}
