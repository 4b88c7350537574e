using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;

namespace Beffroi.Eva.Bank;

/// <summary>The items of a positioning situation. A run is pinned to the version it began with.</summary>
public sealed class PositioningBank
{
    const string TrainingFamily = "essai";

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    static readonly FrozenDictionary<string, PositioningBank> Embedded = new[] { Contracts.CafeCodebook.Situation, Contracts.MarcheCodebook.Situation }
        .ToFrozenDictionary(situation => situation, Load, StringComparer.Ordinal);

    static readonly ConcurrentDictionary<(string Situation, string Version), PositioningBank> Stored = new();

    readonly FrozenDictionary<string, BankItem> _byId;

    /// <param name="version">Two banks of one version hold the same items.</param>
    /// <exception cref="ArgumentException">An id comes twice.</exception>
    public PositioningBank(string situation, string version, IEnumerable<BankItem> items)
    {
        var all = items.ToList();
        (Situation, Version) = (situation, version);
        Training = [.. all.Where(IsTraining)];
        Items = [.. all.Where(i => !IsTraining(i))];
        _byId = all.ToFrozenDictionary(i => i.Id, StringComparer.Ordinal);
    }

    public string Situation { get; }

    public string Version { get; }

    public IReadOnlyList<BankItem> Training { get; }

    /// <summary>All that can be scored, in the order of the files.</summary>
    public IReadOnlyList<BankItem> Items { get; }

    /// <summary>The bank that comes with the program.</summary>
    public static PositioningBank Current(string situation) => Embedded[situation];

    /// <summary>The bank of a version, of the program or brought before (<see cref="BankVersions.BankShelf"/>); null when nothing has it any more.</summary>
    public static PositioningBank? Find(string situation, string? version) =>
        version is null || string.Equals(Current(situation).Version, version, StringComparison.Ordinal) ? Current(situation) : Stored.GetValueOrDefault((situation, version));

    /// <summary>The bank that a run is read with: its own, else today's.</summary>
    /// <exception cref="InvalidOperationException">Its own was not looked for: another would mark its answers wrongly.</exception>
    public static PositioningBank Of(Run run) => Find(run.Situation, run.BankVersion) ?? (BankVersions.BankShelf.IsLost(run) ? Current(run.Situation)
        : throw new InvalidOperationException($"The bank {run.BankVersion} of {run.Situation} was not brought before its run was read."));

    /// <summary>Puts a stored bank beside the program's.</summary>
    public static void Join(PositioningBank bank) => Stored.TryAdd((bank.Situation, bank.Version), bank);

    /// <summary>Any item by its id: scored or training.</summary>
    public BankItem? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The item of a step that was walked on this bank.</summary>
    public BankItem Get(string id) => Find(id) ?? throw new InvalidOperationException($"The bank {Version} of {Situation} has no item {id}.");

    static bool IsTraining(BankItem item) => string.Equals(item.Family, TrainingFamily, StringComparison.Ordinal);

    // As many files as their authors need; the version is what they hold, so that no change can keep an old name.
    static PositioningBank Load(string situation)
    {
        var assembly = typeof(PositioningBank).Assembly;
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith($"bank/{situation}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read).ToList();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        files.ForEach(hash.AppendData);
        return new(situation, Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6)), files.SelectMany(file => JsonSerializer.Deserialize<BankFile>(file, Options)!.Items));

        byte[] Read(string name)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    sealed record BankFile(IReadOnlyList<BankItem> Items);
}
