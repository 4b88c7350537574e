using System.Text.Json;
using System.Text.Json.Serialization;
using Beffroi.Bots.Clustering;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Bots.Alerting;

/// <summary>Why something is told, in figures: kept as they were, said in both languages.</summary>
public sealed record FindingReason
{
    const int LongestLabel = 200;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The words of a post, or a term; null for the whole watch and for a group.</summary>
    public string? Label { get; init; }

    /// <summary>Of a rise.</summary>
    public RisingCount? Count { get; init; }
    public long? Growth { get; init; }
    public long? Threshold { get; init; }

    /// <summary>Of a rise or of a burst.</summary>
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }

    /// <summary>Of a burst: posts, what the pace before gave, log₁₀ of the chance.</summary>
    public long? Posts { get; init; }
    public double? Expected { get; init; }
    public double? LogChance { get; init; }

    /// <summary>Of a group.</summary>
    public int? Size { get; init; }
    public int? Objects { get; init; }
    public double? Synchrony { get; init; }
    public double? SynchronyByChance { get; init; }

    public static FindingReason NewCluster(FoundGroup group) => new()
    {
        Size = group.Members.Count, Objects = group.Evidence.Objects, Synchrony = group.Evidence.Synchrony, SynchronyByChance = group.Evidence.SynchronyByChance,
    };

    public static FindingReason Of(Finding finding) => JsonSerializer.Deserialize<FindingReason>(finding.Reason, Json) ?? new();

    /// <summary>To be kept; identified by what it is about, so that it is written once.</summary>
    public Finding Finding(Guid watch, FoundKind kind, string subject, DateTimeOffset at, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), WatchId = watch, Kind = kind, Subject = subject, At = at, Reason = JsonSerializer.Serialize(this, Json) };

    /// <summary>As it is kept: short, on one line.</summary>
    public static string? Short(string? text)
    {
        var line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line.Length <= LongestLabel ? line : line[..(char.IsHighSurrogate(line[LongestLabel - 1]) ? LongestLabel - 1 : LongestLabel)] + "…";
    }

    public string Sentence(Lang l) => this switch
    {
        { Growth: { } growth, Count: { } count } => l.Say(
            $"{l.Number(growth, 0)} {Counted(count, l)} de plus entre le {Said(From, l)} et le {Said(To, l)} (signalé au-delà de {l.Number(Threshold ?? 0, 0)}).",
            $"{l.Number(growth, 0)} more {Counted(count, l)} between {Said(From, l)} and {Said(To, l)} (told above {l.Number(Threshold ?? 0, 0)})."),
        { Posts: { } posts, Expected: { } expected } => l.Say(
            $"{l.Number(posts, 0)} publications dans l’heure du {Said(From, l)}, quand le rythme d’avant en donnait {l.Number(expected, 1)}. {Chance(l)}",
            $"{l.Number(posts, 0)} posts in the hour of {Said(From, l)}, where the pace before gave {l.Number(expected, 1)}. {Chance(l)}"),
        { Size: { } size } => l.Say(
            $"{l.Number(size, 0)} comptes ont partagé ensemble {l.Number(Objects ?? 0, 0)} objets. {l.Percent(Synchrony ?? 0)} de leurs partages tombent dans une minute où un autre partage aussi ; le hasard en donnerait {l.Percent(SynchronyByChance ?? 0)}.",
            $"{l.Number(size, 0)} accounts shared {l.Number(Objects ?? 0, 0)} things together. {l.Percent(Synchrony ?? 0)} of their shares fall in a minute in which another one shares too; chance would give {l.Percent(SynchronyByChance ?? 0)}."),
        _ => l.Say("Aucun chiffre n’est gardé.", "No figure is kept."),
    };

    static string Counted(RisingCount count, Lang l) => count switch
    {
        RisingCount.Likes => l.Say("mentions J’aime", "likes"),
        RisingCount.Reposts => l.Say("republications", "reposts"),
        RisingCount.Quotes => l.Say("citations", "quotes"),
        RisingCount.Replies => l.Say("réponses", "replies"),
    };

    static string Said(DateTimeOffset? at, Lang l) => at is { } instant ? l.Moment(instant) : "?";

    string Chance(Lang l) => LogChance is { } log
        ? l.Say($"Le hasard en donnerait autant moins d’une fois sur {l.Number(Math.Pow(10, Math.Min(9, Math.Floor(-log))), 0)}.", $"Chance would give as many less than once in {l.Number(Math.Pow(10, Math.Min(9, Math.Floor(-log))), 0)}.")
        : "";
}
