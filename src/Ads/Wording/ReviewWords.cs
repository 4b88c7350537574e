using Beffroi.Ads.Law;
using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>What decisions and findings are called. None says that an ad breaks the law: a reviewer reads, a judge decides.</summary>
public static class ReviewWords
{
    public static string Say(this ReviewOutcome outcome, Lang l) => outcome switch
    {
        ReviewOutcome.Breach => l.Say("Contraire à cet article, selon la relecture", "Contrary to this article, in the reviewer’s reading"),
        ReviewOutcome.NoBreach => l.Say("Pas contraire à cet article, selon la relecture", "Not contrary to this article, in the reviewer’s reading"),
        ReviewOutcome.CannotTell => l.Say("On ne peut pas le dire avec ce que l’on sait", "It cannot be told from what is known"),
    };

    /// <summary>For reviewers only.</summary>
    public static string Say(this RuleStatus status, Lang l) => status switch
    {
        RuleStatus.LikelyBreach => l.Say("À vérifier : signe d’un manquement", "To be checked: sign of a breach"),
        RuleStatus.NoSign => l.Say("Aucun signe", "No sign"),
        RuleStatus.Undetermined => l.Say("Indéterminé", "Undetermined"),
    };

    public static string Version(this ArticleInForce article, Lang l) => article.Version is { } version
        ? l.Say($"texte en vigueur depuis le {l.Day(version.From)}, {version.Read(l)}", $"text in force since {l.Day(version.From)}, {version.Read(l)}")
        : l.Say("le texte de cette date n’a pas été lu", "the text of that date has not been read");

    /// <summary>When and where the text was read: a copy is said to be one.</summary>
    public static string Read(this ArticleVersion version, Lang l) => version.ReadAt is { } copy
        ? l.Say($"lu le {l.Day(version.CheckedOn)} dans une copie ({copy.Host})", $"read on {l.Day(version.CheckedOn)} in a copy ({copy.Host})")
        : l.Say($"lu le {l.Day(version.CheckedOn)}", $"read on {l.Day(version.CheckedOn)}");

    /// <summary>A line for the record, cut where it must be.</summary>
    public static string Recorded(this RuleFinding finding)
    {
        var line = string.Join('\n', [$"{finding.Status} · {finding.Article.Id} · {finding.Article.Version?.From.ToString("o", System.Globalization.CultureInfo.InvariantCulture) ?? "?"}", .. finding.Reasons.Select(r => r.In(Lang.French)), .. finding.Missing.Select(m => "? " + m.Question.In(Lang.French))]);
        return line.Length <= Review.ReasonMaxLength ? line : line[..Review.ReasonMaxLength];
    }
}
