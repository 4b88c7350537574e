using System.Text.Json;
using System.Text.Json.Serialization;
using Beffroi.Kit;

namespace Beffroi.Bots.Exploring;

/// <summary>Why an exploration went to an account: the figures, and the rule that they met. Kept as JSON in <see cref="FrontierEntry.Why"/>.</summary>
public sealed record Why
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Given by who began it.</summary>
    public bool Seed { get; init; }
    public string? Handle { get; init; }

    /// <summary>The rule of the dormant account holds, with what it looked at.</summary>
    public bool Dormant { get; init; }
    public long? Posts { get; init; }
    public long? Followers { get; init; }
    public long? Following { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Probability of automation, where the rule on it holds.</summary>
    public double? Score { get; init; }

    /// <summary>Things shared with the account that led there; 0: it follows it.</summary>
    public int Shared { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static Why Of(FrontierEntry entry) => JsonSerializer.Deserialize<Why>(entry.Why, Json) ?? new();

    public string Sentence(Lang l) => Seed ? l.Say("Point de départ choisi.", "Chosen as a starting point.") : string.Join(" ", Parts(l));

    IEnumerable<string> Parts(Lang l)
    {
        yield return Shared > 0
            ? l.Say($"A repris {Shared} mêmes messages que le compte précédent.", $"Repeated {Shared} of the same posts as the account before.")
            : l.Say("Suit le compte précédent.", "Follows the account before.");
        if (Dormant)
        {
            yield return l.Say(
                $"Ressemble à un compte en sommeil\u00A0: {Posts} messages, {Following} suivis pour {Followers} abonnés{(CreatedAt is { } at ? $", créé le {French.Day(at)}" : "")}.",
                $"Looks like a dormant account: {Posts} posts, {Following} followed for {Followers} followers{(CreatedAt is { } on ? $", created on {l.Day(on)}" : "")}.");
        }

        if (Score is { } score)
        {
            yield return l.Say($"Probabilité d’automatisation\u00A0: {French.Likelihood(score)}.", $"Probability of automation: {Math.Round(100 * score)}%.");
        }
    }
}
