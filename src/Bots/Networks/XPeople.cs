using System.Text.Json;
using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>Accounts of X by its API v2, each paid for (docs.x.com, read August 2026).</summary>
sealed class XPeople(SourcesSetup setup, TimeProvider clock) : IDisposable
{
    const int PageSize = 1000;
    const string Fields = "user.fields=id,name,username,created_at,description,location,url,protected,verified,profile_image_url,public_metrics";

    readonly NetworkCalls _calls = new(setup, clock, setup.X.BearerToken ?? throw new SourceTroubleException(SourceError.NoKey));
    readonly MessageReader _reader = new(new() { Network = Network.Twitter });

    /// <summary>By name or number.</summary>
    public async Task<FoundPeople> Profiles(IReadOnlyCollection<string> actors, CancellationToken ct)
    {
        List<Account> found = [];
        var requests = 0;
        foreach (var some in actors.GroupBy(a => a.All(char.IsAsciiDigit)).SelectMany(g => g.Chunk(100).Select(c => (IsIds: g.Key, Names: c))))
        {
            found.AddRange(Read(await Ask((some.IsIds ? "users?ids=" : "users/by?usernames=") + Uri.EscapeDataString(string.Join(',', some.Names)) + "&" + Fields, ct)));
            requests++;
        }

        return new([.. found.Select(a => (a, 0))], requests, (long)found.Count * setup.X.UserPrice);
    }

    public async Task<FoundPeople> Followers(string id, int most, CancellationToken ct)
    {
        List<Account> found = [];
        var (requests, paid) = (0, 0);
        string? next = null;
        do
        {
            var body = await Ask($"users/{Uri.EscapeDataString(id)}/followers?max_results={Math.Clamp(most - found.Count, 1, PageSize)}&{Fields}" + (next is null ? "" : "&pagination_token=" + Uri.EscapeDataString(next)), ct);
            requests++;
            var page = Read(body).ToList();
            paid += page.Count;
            found.AddRange(page);
            using var document = PostFacts.Parse(body) ?? throw new SourceTroubleException(SourceError.BadAnswer);
            next = page.Count > 0 && document.RootElement.TryGetProperty("meta", out var meta) && meta.ValueKind is JsonValueKind.Object ? PostFacts.Text(meta, "next_token") : null;
        }
        while (next is not null && found.Count < most);

        return new([.. found.DistinctBy(a => a.Id, StringComparer.Ordinal).Take(most).Select(a => (a, 0))], requests, (long)paid * setup.X.UserPrice);
    }

    public void Dispose() => _calls.Dispose();

    IEnumerable<Account> Read(byte[] body)
    {
        var now = clock.GetUtcNow();
        return _reader.Accounts(body).Select(s => s.Value?.Account).OfType<Account>().Where(a => a.Id.Length > 0).Select(a => a with { ObservedAt = now });
    }

    Task<byte[]> Ask(string path, CancellationToken ct) => _calls.Get(setup.Address("http", setup.X.Host, "/2/" + path), ct);
}
