using System.Buffers;

namespace Beffroi.Encyclopedia;

/// <summary>What a Markdown text says, without its marks: for search and short lists.</summary>
static class PlainText
{
    static readonly SearchValues<char> Marks = SearchValues.Create("*_[]#`<>|\\&~+-=!");

    // Most short texts have no mark: nothing is to be read in them.
    public static string Of(string markdown) => markdown.AsSpan().ContainsAny(Marks) ? Markup.Plain(markdown) : markdown.Trim();
}
