using System.Text.Encodings.Web;
using System.Text.Json;
using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Accounts;

/// <summary>A score as one line of JSON.</summary>
static class ScoreLine
{
    public static readonly JsonWriterOptions Plain = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter json, long line, Account account, AutomationScore score, ScoreExplanation? explained, AccountScoring asked)
    {
        json.WriteStartObject();
        json.WriteNumber("line"u8, line);
        json.WriteString("id"u8, account.Id);
        json.WriteString("handle"u8, account.Handle);
        json.WriteString("network"u8, Name(account.Network));
        var isScored = score.Tiers is not ScoreTiers.None;
        Number(json, "score", isScored ? score.Probability : null);
        json.WriteString("class"u8, Name(score.Class));
        json.WriteString("doubt"u8, Name(score.Doubt));
        json.WriteStartArray("interval"u8);
        if (isScored)
        {
            json.WriteNumberValue(score.Low);
            json.WriteNumberValue(score.High);
        }

        json.WriteEndArray();
        json.WriteNumber("prior"u8, score.Prior);
        Number(json, "logOdds", isScored ? score.LogOdds : null);
        Tiers(json, "tiers", score.Tiers);
        Tiers(json, "missingTiers", ~score.Tiers);
        if (account.DeclaredBot is { } declared)
        {
            json.WriteBoolean("declaredBot"u8, declared);
        }

        if (explained is not null)
        {
            Reasons(json, explained, asked);
        }

        json.WriteString("summary"u8, ScoreExplanation.Summary(score, asked.Tongue));
        json.WriteEndObject();
    }

    static void Reasons(Utf8JsonWriter json, ScoreExplanation explained, AccountScoring asked)
    {
        Number(json, "base", explained.BaseProbability);
        Number(json, "baseLogOdds", explained.BaseLogOdds);
        json.WriteStartArray("reasons"u8);
        foreach (var contribution in explained.Contributions.Take(asked.Reasons))
        {
            json.WriteStartObject();
            json.WriteString("feature"u8, contribution.Feature.ToString());
            Number(json, "value", contribution.IsMissing ? null : contribution.Value);
            json.WriteNumber("contribution"u8, contribution.Probability);
            json.WriteNumber("logOdds"u8, contribution.LogOdds);
            Number(json, "percentile", contribution.Percentile);
            json.WriteString("towards"u8, contribution.LogOdds > 0 ? "bot" : "human");
            json.WriteString("text"u8, contribution.Sentence(asked.Tongue));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("otherContributions"u8, explained.Contributions.Skip(asked.Reasons).Sum(c => c.Probability));
        json.WriteNumber("otherLogOdds"u8, explained.Contributions.Skip(asked.Reasons).Sum(c => c.LogOdds));
    }

    static void Tiers(Utf8JsonWriter json, string name, ScoreTiers tiers)
    {
        json.WriteStartArray(name);
        if (tiers.HasFlag(ScoreTiers.Profile))
        {
            json.WriteStringValue("profile"u8);
        }

        if (tiers.HasFlag(ScoreTiers.Timeline))
        {
            json.WriteStringValue("timeline"u8);
        }

        json.WriteEndArray();
    }

    static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    static string Name(Network network) => network switch
    {
        Network.Twitter => "twitter",
        Network.Bluesky => "bluesky",
        Network.Mastodon => "mastodon",
        Network.Other => "other",
    };

    static string Name(AutomationClass found) => found switch
    {
        AutomationClass.Human => "human",
        AutomationClass.Bot => "bot",
        AutomationClass.Undetermined => "undetermined",
    };

    static string? Name(ScoreDoubt doubt) => doubt switch
    {
        ScoreDoubt.None => null,
        ScoreDoubt.Missing => "missing",
        ScoreDoubt.Network => "network",
        ScoreDoubt.Range => "range",
        ScoreDoubt.Border => "border",
        ScoreDoubt.Quiet => "quiet",
    };
}
