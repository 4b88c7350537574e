using Beffroi.Ads.Law;
using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>What pages ask of the law book besides a judgement.</summary>
static class BookReading
{
    /// <summary>Its key where the book no longer has it.</summary>
    public static string RuleTitle(this LawBook book, string rule, Lang l) =>
        book.Jurisdictions.SelectMany(j => j.Rules).FirstOrDefault(r => string.Equals(r.Id, rule, StringComparison.Ordinal))?.Title.In(l) ?? rule;

    /// <summary>Of the text that a rule rests on.</summary>
    public static string ArticleName(this LawBook book, string rule, Lang l) =>
        book.Jurisdictions.SelectMany(j => j.Rules).FirstOrDefault(r => string.Equals(r.Id, rule, StringComparison.Ordinal)) is { } known
            ? book.Articles.First(a => string.Equals(a.Id, known.Article, StringComparison.Ordinal)).Name.In(l)
            : rule;

    public static string ElectionNames(this PublicationFreeze freeze, Lang l) => string.Join(l.Say(" ; ", "; "), freeze.Elections.Select(e => e.Name.In(l)));
}
