using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Beffroi.Ads.Law;

namespace Beffroi.Ads.Tests.Law;

/// <summary>Reads the facts of an ad as the table of worked cases writes them.</summary>
static class FactsFile
{
    public static AdFacts Read(JsonObject facts) => new()
    {
        FirstShown = Of(facts["firstShown"], n => When(n.GetValue<string>())),
        LastShown = Of(facts["lastShown"], n => When(n.GetValue<string>())),
        Territories = Of(facts["territories"], n => (IReadOnlyList<string>)[.. n.AsArray().Select(t => t!.GetValue<string>())]),
        Medium = Of(facts["medium"], Named<Medium>),
        Paid = Bool(facts["paid"]),
        PaidDuringSilence = Bool(facts["paidDuringSilence"]),
        Political = Bool(facts["political"]),
        Names = Bool(facts["names"]),
        Promotes = Bool(facts["promotes"]),
        Criticises = Bool(facts["criticises"]),
        ForParty = Bool(facts["forParty"]),
        Election = Of(facts["election"], n => n.GetValue<string>()),
        WonAtFirstRound = Bool(facts["wonAtFirstRound"]),
        AuthorIsCandidate = Bool(facts["authorIsCandidate"]),
        NewPolemic = Bool(facts["newPolemic"]),
        TimeToAnswer = Bool(facts["timeToAnswer"]),
        PollQuoted = Bool(facts["pollQuoted"]),
        PollFirstPublication = Bool(facts["pollFirstPublication"]),
        PollMentions = facts["pollMentions"] is JsonObject mentions
            ? mentions.ToDictionary(m => Enum.Parse<PollMention>(m.Key, ignoreCase: true), m => Bool(m.Value))
            : new Dictionary<PollMention, Fact<bool>>(),
        Donation = Of(facts["donation"], Named<DonationAppeal>),
        Sponsor = Who(facts["sponsor"]),
        Payer = Who(facts["payer"]),
        Label = Bool(facts["label"]),
        Notice = Bool(facts["notice"]),
        PayerNamed = Bool(facts["payerNamed"]),
        PlatformVisitors = Of(facts["platformVisitors"], n => n.GetValue<long>()),
        VeryLargePlatform = Bool(facts["veryLargePlatform"]),
    };

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>2026-02, 2026-02-10, 2026-02-10? (zone unknown), 2026-02-10@Zone, 2026-02-10T10:00Z, >2026-02-10T10:00Z (not before).</summary>
    static Shown When(string text) => text switch
    {
        ['>', .. var instant] => Shown.NotBefore(Instant(instant)),
        [.. var day, '?'] => Shown.OnDayOfUnknownZone(Day(day)),
        _ when text.Split('@') is [var day, var zone] => Shown.OnDayIn(Day(day), TimeZoneInfo.FindSystemTimeZoneById(zone)),
        _ when text.Contains('T', StringComparison.Ordinal) => Shown.At(Instant(text)),
        { Length: 7 } => Shown.InMonth(int.Parse(text[..4], CultureInfo.InvariantCulture), int.Parse(text[5..], CultureInfo.InvariantCulture)),
        _ => Shown.OnDay(Day(text)),
    };

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static Backer Who(JsonNode? node) => node is null ? new() : new()
    {
        Kind = Of(node["kind"], Named<BackerKind>),
        Country = Of(node["country"], n => n.GetValue<string>()),
        LivesThere = Bool(node["livesThere"]),
        MayVote = Bool(node["mayVote"]),
        ControlledFromOutsideUnion = Bool(node["controlledFromOutsideUnion"]),
    };

    static T Named<T>(JsonNode node) where T : struct, Enum => Enum.Parse<T>(node.GetValue<string>(), ignoreCase: true);

    static Fact<bool> Bool(JsonNode? node) => Of(node, n => n.GetValue<bool>());

    static Fact<T> Of<T>(JsonNode? node, Func<JsonNode, T> read) where T : notnull => node is null ? default : Fact.Known(read(node), FactOrigin.Reviewer);
}
