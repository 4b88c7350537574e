using System.Text;
using System.Text.Json;
using Beffroi.Detection;

namespace Beffroi.Bots.Answers;

/// <summary>An account that somebody asks about: its profile as they have it, or its name, to be looked for among those that their organisation watches.</summary>
public sealed record AskedAccount
{
    public Account? Profile { get; init; }
    public Network? Network { get; init; }
    public string? Name { get; init; }

    public string ToLine() => JsonSerializer.Serialize(this);

    public static AskedAccount Of(string line) => JsonSerializer.Deserialize<AskedAccount>(line) ?? throw new InvalidOperationException("A list holds a line that was not written here.");

    /// <summary>One name, as typed: @name, or the address of a profile; null where it is none.</summary>
    public static AskedAccount? Named(string? typed, Network? network)
    {
        var text = (typed ?? "").Trim();
        if (ProfileAddress.Of(text) is { } found)
        {
            return new() { Network = found.Network, Name = found.Name };
        }

        var name = text.TrimStart('@');
        return name.Length is 0 or > WatchedAccount.NameMaxLength || name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) ? null : new() { Network = network, Name = name };
    }

    /// <summary>Accounts of a file in any form that Detection reads, or a JSON list of names; problems by line.</summary>
    /// <param name="now">Of the request: what is after is an error.</param>
    /// <param name="most">One more than it is read, so that too many is known.</param>
    public static (IReadOnlyList<AskedAccount> Accounts, IReadOnlyList<ReadingProblem> Problems) Read(byte[] file, DateTimeOffset now, int most)
    {
        if (Names(file, most) is { } names)
        {
            return (names, []);
        }

        var (accounts, problems) = (new List<AskedAccount>(), new List<ReadingProblem>());
        foreach (var step in AccountReader.Read(new MemoryStream(file), new() { Now = now, ObservedAt = now, MaxExpandedBytes = 64 << 20 }))
        {
            if (step.Problem is { Weight: not ProblemWeight.Notice } problem && problems.Count < 100)
            {
                problems.Add(problem);
            }

            if (step.Value is { } record)
            {
                accounts.Add(new() { Profile = record.Account });
            }

            if (accounts.Count > most)
            {
                break;
            }
        }

        return (accounts, problems);
    }

    /// <summary><c>{"handle": "…", "network": "Bluesky"}</c>, a list of them, or one by line; null where the file is something else.</summary>
    static List<AskedAccount>? Names(byte[] file, int most)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).Trim();
            var names = text.StartsWith('[') ? JsonSerializer.Deserialize<NamedAccount[]>(text, Strict)
                : text.StartsWith('{') ? [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(most + 1).Select(line => JsonSerializer.Deserialize<NamedAccount>(line, Strict)!)] : null;
            return names?.Take(most + 1).Select(n => Named(n.Handle, n.Network)).OfType<AskedAccount>().ToList() is { Count: > 0 } read && read.Count >= Math.Min(names.Length, most + 1) ? read : null;
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            return null;
        }
    }

    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(allowIntegerValues: false) },
    };

    sealed record NamedAccount(string? Handle, Network? Network);
}
