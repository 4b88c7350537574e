using Markdig.Syntax;

namespace Beffroi.Encyclopedia;

/// <summary>A text stands below the title of its field, which is of level 2: its own headings begin at 3, and none is skipped.</summary>
static class MarkupHeadings
{
    const int First = 3;
    const int Last = 6;

    public static void Lower(MarkdownDocument document)
    {
        var open = new Stack<int>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            while (open.TryPeek(out var above) && above >= heading.Level)
            {
                open.Pop();
            }

            open.Push(heading.Level);
            heading.Level = Math.Min(First + open.Count - 1, Last);
        }
    }
}
