using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Bank;

/// <summary>Everything that is asked in a situation made of questions, in order: what is shown, exported, checked and replaced as a whole.</summary>
public sealed record SituationBank
{
    public required string Situation { get; init; }

    /// <summary>Names what it holds: two banks of one situation and version are the same.</summary>
    public required string Version { get; init; }

    public IReadOnlyList<BankItem> Training { get; init; } = [];
    public required IReadOnlyList<BankItem> Items { get; init; }

    /// <summary>Livraison only: the free writing.</summary>
    public BankItem? Writing { get; init; }

    /// <summary>All of it with its use, in the order of files.</summary>
    [JsonIgnore]
    public IEnumerable<(BankUse Use, BankItem Item)> Entries =>
    [
        .. Training.Select(i => (BankUse.Training, i)),
        .. Items.Select(i => (BankUse.Question, i)),
        .. Writing is { } writing ? [(BankUse.Writing, writing)] : Array.Empty<(BankUse, BankItem)>(),
    ];

    public BankItem? Find(string id) => Entries.Select(e => e.Item).FirstOrDefault(i => string.Equals(i.Id, id, StringComparison.Ordinal));

    /// <summary>A bank of these items, under the version that names them.</summary>
    public static SituationBank Of(string situation, IEnumerable<(BankUse Use, BankItem Item)> entries)
    {
        var kept = entries.ToLookup(e => e.Use, e => e.Item);
        var bank = new SituationBank
        {
            Situation = situation,
            Version = "",
            Training = [.. kept[BankUse.Training]],
            Items = [.. kept[BankUse.Question]],
            Writing = kept[BankUse.Writing].FirstOrDefault(),
        };
        return bank with { Version = BankText.VersionOf(bank) };
    }
}

/// <summary>What an item is for in its situation.</summary>
public enum BankUse
{
    [JsonStringEnumMemberName("question")] Question,
    [JsonStringEnumMemberName("essai")] Training,
    [JsonStringEnumMemberName("redaction")] Writing,
}

/// <summary>A bank as it is kept: the same content always makes the same text.</summary>
public static class BankText
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // What is computed from the rest is not kept.
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Of(SituationBank bank) => JsonSerializer.Serialize(bank, Options);

    public static string Of(BankItem item) => JsonSerializer.Serialize(item, Options);

    /// <summary>What a person is asked and what is right: an answer to one is an answer to the other.</summary>
    public static string AskedIn(BankItem item) => $"{JsonSerializer.Serialize(item.WithoutKey(training: false), Options)}\n{JsonSerializer.Serialize(item.Solution, Options)}\n{JsonSerializer.Serialize(item.Accepted, Options)}";

    public static string VersionOf(SituationBank bank) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(bank with { Version = "" }))).AsSpan(0, 6));

    public static SituationBank Read(string text) =>
        JsonSerializer.Deserialize<SituationBank>(text, Options) ?? throw new InvalidOperationException("A kept bank is empty.");
}
