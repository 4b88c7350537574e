using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Accounts;

/// <summary>Accounts to their lines in UTF-8, for a program or for a person.</summary>
sealed class AccountScoring(AutomationModel model, GivenPosts? given)
{
    readonly ScoreExplainer _explainer = new(model);

    public required double Prior { get; init; }
    public required int Reasons { get; init; }
    public required Tongue Tongue { get; init; }
    public required bool IsJson { get; init; }

    /// <summary>Adds the lines of some accounts, in their order.</summary>
    public void Write(Reading<AccountRecord>[] batch, ArrayBufferWriter<byte> bytes)
    {
        using var json = new Utf8JsonWriter(bytes, ScoreLine.Plain);
        foreach (var step in batch)
        {
            var account = step.Value!.Account;
            var posts = given?.Of(account);
            var explained = Reasons > 0 ? _explainer.Explain(account, posts, Prior) : null;
            var score = explained?.Score ?? model.Score(account, posts, Prior);
            if (IsJson)
            {
                json.Reset();
                ScoreLine.Write(json, step.Line, account, score, explained, this);
                json.Flush();
                bytes.Write("\n"u8);
            }
            else
            {
                Encoding.UTF8.GetBytes(Text(account, score, explained), bytes);
            }
        }
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

    /// <summary>A name from a file does not command the terminal, nor turn its text around.</summary>
    public static string Harmless(string text) => string.Concat(text.Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '·' : c));
}
