// For addresses that lead nowhere.
import { Compass } from "lucide-react";
import { Link } from "react-router";
import { strings } from "../strings";
import { Empty } from "../ui/Notice";
import { useTitle } from "../ui/useTitle";

const { notFound } = strings;

export default function NotFoundPage() {
  useTitle(notFound.title);
  const home = (
    <Link to="/my-tasks" className="inline-flex min-h-6 items-center font-medium text-accent underline-offset-2 hover:underline">
      {notFound.home}
    </Link>
  );
  return <Empty heading="h1" icon={Compass} title={notFound.title} text={notFound.text} action={home} />;
}
