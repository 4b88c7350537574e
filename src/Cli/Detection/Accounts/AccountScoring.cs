using System.Text;
using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Accounts;

/// <summary>An account to its line, for a program or for a person.</summary>
sealed class AccountScoring(AutomationModel model, GivenPosts? given)
{
    readonly ScoreExplainer _explainer = new(model);

    public required double Prior { get; init; }
    public required int Reasons { get; init; }
    public required Tongue Tongue { get; init; }
    public required bool IsJson { get; init; }

    public string Line(long line, AccountRecord record)
    {
        var posts = given?.Of(record.Account);
        if (Reasons > 0)
        {
            var explained = _explainer.Explain(record.Account, posts, Prior);
            return IsJson ? ScoreLine.Json(line, record.Account, explained.Score, explained, this) : Text(record.Account, explained.Score, explained);
        }

        var score = model.Score(record.Account, posts, Prior);
        return IsJson ? ScoreLine.Json(line, record.Account, score, null, this) : Text(record.Account, score, null);
    }

    string Text(Account account, AutomationScore score, ScoreExplanation? explained)
    {
        var text = new StringBuilder();
        text.Append(Harmless(account.Handle is { } handle ? "@" + handle : account.Id)).Append('\n').Append("  ").Append(ScoreExplanation.Summary(score, Tongue)).Append('\n');
        foreach (var contribution in explained?.Contributions.Take(Reasons) ?? [])
        {
            text.Append("  - ").Append(contribution.Sentence(Tongue)).Append('\n');
        }

        return text.Append('\n').ToString();
    }

    /// <summary>A name from a file does not command the terminal.</summary>
    static string Harmless(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '·' : c));
}
