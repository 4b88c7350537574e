using System.Text.Json;

namespace Beffroi.Bots.Networks;

/// <summary>Whether posts of X are still public, by their numbers (docs.x.com, posts lookup, read November 2026): its stream tells no deletion.</summary>
sealed class XRereading(SourcesSetup setup, TimeProvider clock) : IDisposable
{
    /// <summary>Posts in one question.</summary>
    public const int AtOnce = 100;

    readonly NetworkCalls _calls = new(setup, clock, setup.X.BearerToken ?? throw new SourceTroubleException(SourceError.NoKey));

    /// <summary>Those that X says are no longer there, or no longer for everybody. One that it says nothing of is not among them.</summary>
    /// <exception cref="SourceTroubleException">X did not answer as it should.</exception>
    public async Task<XReread> Gone(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var body = await _calls.Get(setup.Address("http", setup.X.Host, "/2/tweets?tweet.fields=id&ids=" + string.Join(',', ids)), ct);
        using var document = PostFacts.Parse(body);
        if (document is not { RootElement: { ValueKind: JsonValueKind.Object } root })
        {
            throw new SourceTroubleException(SourceError.BadAnswer);
        }

        var here = Each(root, "data").Select(d => PostFacts.Text(d, "id")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var absent = Each(root, "errors").Select(e => (Id: PostFacts.Text(e, "resource_id") ?? PostFacts.Text(e, "value"), Kind: PostFacts.Text(e, "type")?.Split('/')[^1]))
            .Where(e => e.Id is not null && ids.Contains(e.Id, StringComparer.Ordinal) && !here.Contains(e.Id)).ToList();
        // All refused at once: it is the key that may not see, not the authors who hid.
        var isRefused = here.Count == 0 && absent.Count > 0 && absent.TrueForAll(e => e.Kind is "not-authorized-for-resource");
        return isRefused ? throw new SourceTroubleException(SourceError.Unauthorized) : new([.. absent.Where(e => e.Kind is "resource-not-found" or "not-authorized-for-resource").Select(e => e.Id!).Distinct(StringComparer.Ordinal)], here.Count);
    }

    public void Dispose() => _calls.Dispose();

    static IEnumerable<JsonElement> Each(JsonElement root, string name) => root.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray() : [];
}

/// <param name="Gone">No longer public.</param>
/// <param name="Paid">Posts that were given, each paid for.</param>
sealed record XReread(IReadOnlyList<string> Gone, int Paid);
