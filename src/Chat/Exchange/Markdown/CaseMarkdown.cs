using System.Globalization;
using System.Text;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange.Stix;
using Beffroi.Kit;

namespace Beffroi.Chat.Exchange;

/// <summary>
/// A case as one page of Markdown, to be read or printed. TLP 2.0 (FIRST, August 2022): the label stands at the top and at the foot; each item above CLEAR bears its own.
/// What people typed cannot make a heading, a table or a link of its own, the sections aside, which are Markdown.
/// </summary>
public sealed class CaseMarkdown
{
    public const string MediaType = "text/markdown; charset=utf-8";

    readonly SharedCase shared;
    readonly CaseState state;
    readonly Lang language;
    readonly CaseNames names;
    readonly StringBuilder page = new();

    CaseMarkdown(SharedCase shared, Lang language, CaseNames names) => (this.shared, state, this.language, this.names) = (shared, shared.State, language, names);

    public static string Write(SharedCase shared, Lang language, CaseNames names)
    {
        var writer = new CaseMarkdown(shared, language, names);
        writer.All();
        return writer.page.ToString();
    }

    void All()
    {
        var label = StixTlp.Label(shared.Level);
        Line($"**{label}**");
        Line($"# {Plain(state.Title)}");
        Items(
        [
            $"{Say("Dossier", "Case")}{Colon} {Code(shared.CaseId.ToString("D", CultureInfo.InvariantCulture))}",
            $"{Say("Ouvert le", "Opened")}{Colon} {Moment(state.Opened!.At)}, {Plain(names.Author(state.Opened.Author, language))}",
            $"{Say("Phase", "Phase")}{Colon} {state.Phase.Word(language)}",
            state.Closed is { } closed ? $"{Say("Clos le", "Closed")}{Colon} {Moment(closed.At)}, {closed.Fact.Outcome.Word(language)}{Colon} {Plain(closed.Fact.Why)}" : Say("En cours", "Open"),
            state.Opened.Fact.Language is { } tongue ? $"{Say("Langue de la campagne", "Language of the campaign")}{Colon} {Plain(tongue)}" : null,
        ]);
        if (state.Opened.Fact.From is { } from)
        {
            Line(FactWords.Quote(Plain(from.Text)));
        }

        Sections();
        Criteria();
        CaseMarkdownParts.Arguments(this);
        CaseMarkdownParts.Found(this);
        CaseMarkdownParts.Timeline(this);
        CaseMarkdownParts.Reactions(this);
        CaseMarkdownParts.Runs(this);
        CaseMarkdownParts.Attributions(this);
        CaseMarkdownParts.Partners(this);
        CaseMarkdownParts.End(this);
        Line("---");
        Line($"**{label}**");
    }

    void Sections()
    {
        foreach (var (section, written) in state.Sections)
        {
            Heading(section.Word(language));
            Line($"*{By(written.Id, written.At, written.Author)}*");
            Line(Under(written.Fact.Text));
        }
    }

    void Criteria()
    {
        var sheet = CriteriaSheet.Of(state, Convention.Five);
        var own = state.Assessments.Where(a => !Convention.Five.Criteria.Any(c => string.Equals(c.Key, a.Fact.Criterion, StringComparison.Ordinal)))
            .GroupBy(a => a.Fact.Criterion, StringComparer.Ordinal);
        Heading(Say("Critères", "Criteria"));
        Line(sheet.IsQualified ? Say("Qualifié sur les cinq critères de la convention.", "Qualified on the five criteria of the convention.")
            : Say("Non qualifié sur les cinq critères de la convention.", "Not qualified on the five criteria of the convention."));
        foreach (var line in sheet.Lines)
        {
            Items([$"**{line.Definition.In(language)}**{Colon} {line.Stand.Word(language)}", .. line.Said.Select(Assessed)]);
        }

        foreach (var group in own)
        {
            Items([$"**{Plain(group.Key)}**", .. group.Select(Assessed)]);
        }
    }

    string Assessed(Stated<CriterionAssessed> said) =>
        $"{said.Fact.Stand.Word(language)}{(said.Fact.Confidence is { } c ? ", " + c.Spoken(language) : "")}{Colon} {Plain(said.Fact.Why)} ({By(said.Id, said.At, said.Author)})";

    internal CaseState State => state;

    internal SharedCase Shared => shared;

    internal string Colon => language.Colon();

    internal Lang Language => language;

    internal string Say(string french, string english) => language.Say(french, english);

    internal string Person(Guid? id) => id is { } person ? Plain(names.Person(person, language)) : "";

    internal void Heading(string text) => Line("## " + text);

    internal void Line(string text) => page.Append(text).Append("\n\n");

    /// <summary>The first at the margin, the others under it.</summary>
    internal void Items(IEnumerable<string?> items)
    {
        foreach (var item in items.Where(i => !string.IsNullOrWhiteSpace(i)))
        {
            page.Append("- ").Append(item).Append('\n');
        }

        page.Append('\n');
    }

    /// <summary>Who, when, and how far it goes.</summary>
    internal string By(Guid id, DateTimeOffset at, Author author)
    {
        var level = shared.Levels[id];
        return $"{Plain(names.Author(author, language))}, {Moment(at)}{(level is Tlp.Clear ? "" : ", " + StixTlp.Label(level))}";
    }

    internal static string Moment(DateTimeOffset at) => FactWords.Moment(at);

    internal static string Code(string text) => FactWords.Code(text);

    /// <summary>On one line, every sign that Markdown or HTML would heed behind a backslash (CommonMark 0.31, 2.4).</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 16);
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '(' or ')' or '#' or '+' or '!' or '|' or '~' or '&' or '=' or '-')
            {
                plain.Append('\\');
            }

            plain.Append(c is '\t' ? ' ' : c);
        }

        return plain.ToString();
    }

    /// <summary>Markdown of a section, its headings two levels lower: the page has its own.</summary>
    static string Under(string markdown) =>
        string.Join('\n', markdown.ReplaceLineEndings("\n").Split('\n').Select(l => l.StartsWith('#') ? "##" + l : l));
}
