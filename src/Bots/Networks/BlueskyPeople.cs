using System.Text.Json;
using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>Accounts of Bluesky, from its public interface (docs.bsky.app, read November 2026).</summary>
sealed class BlueskyPeople(SourcesSetup setup, TimeProvider clock) : IDisposable
{
    const int ProfilesAtOnce = 25;
    const int FollowersAtOnce = 100;

    readonly NetworkCalls _calls = new(setup, clock);
    readonly MessageReader _reader = new(new() { Network = Network.Bluesky });

    /// <summary>DIDs by handle; a handle that leads nowhere is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Identifiers(IReadOnlyCollection<string> handles, CancellationToken ct)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var account in await Profiles(handles, ct))
        {
            if (account.Handle is { } handle)
            {
                found[handle] = account.Id;
            }
        }

        return found;
    }

    /// <summary>Whole profiles, by handle or DID.</summary>
    public async Task<IReadOnlyList<Account>> Profiles(IReadOnlyCollection<string> actors, CancellationToken ct)
    {
        List<Account> found = [];
        foreach (var some in actors.Chunk(ProfilesAtOnce))
        {
            found.AddRange(Read(await Ask("app.bsky.actor.getProfiles?" + string.Join('&', some.Select(a => "actors=" + Uri.EscapeDataString(a))), ct)));
        }

        return found;
    }

    /// <summary>Followers, the latest first, with their whole profiles: a list of followers gives no counts.</summary>
    public async Task<FoundPeople> Followers(string did, int most, CancellationToken ct)
    {
        List<string> ids = [];
        var requests = 0;
        for (string? cursor = null; ids.Count < most;)
        {
            var body = await Ask($"app.bsky.graph.getFollowers?actor={Uri.EscapeDataString(did)}&limit={FollowersAtOnce}" + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor)), ct);
            requests++;
            using var page = PostFacts.Parse(body) ?? throw new SourceTroubleException(SourceError.BadAnswer);
            if (!page.RootElement.TryGetProperty("followers", out var followers) || followers.ValueKind is not JsonValueKind.Array)
            {
                throw new SourceTroubleException(SourceError.BadAnswer);
            }

            ids.AddRange(followers.EnumerateArray().Select(f => PostFacts.Text(f, "did")).OfType<string>());
            cursor = PostFacts.Text(page.RootElement, "cursor");
            if (cursor is null || followers.GetArrayLength() == 0)
            {
                break;
            }
        }

        var asked = ids.Distinct(StringComparer.Ordinal).Take(most).ToList();
        var profiles = (await Profiles(asked, ct)).DistinctBy(a => a.Id, StringComparer.Ordinal).ToDictionary(a => a.Id, StringComparer.Ordinal);
        return new([.. asked.Where(profiles.ContainsKey).Select(id => (profiles[id], 0))], requests + ((asked.Count + ProfilesAtOnce - 1) / ProfilesAtOnce));
    }

    public void Dispose() => _calls.Dispose();

    IEnumerable<Account> Read(byte[] body)
    {
        var now = clock.GetUtcNow();
        return _reader.Accounts(body).Select(s => s.Value?.Account).OfType<Account>().Where(a => a.Id.StartsWith("did:", StringComparison.Ordinal)).Select(a => a with { ObservedAt = now });
    }

    Task<byte[]> Ask(string method, CancellationToken ct) => _calls.Get(setup.Address("http", setup.Bluesky.AppView, "/xrpc/" + method), ct);
}
