namespace Beffroi.Incubator.Compliance;

/// <summary>One walk through the site: each address is asked once, whoever looks at it.</summary>
public sealed class Visit(OwnSite site)
{
    readonly Dictionary<string, Answer> _seen = new(StringComparer.Ordinal);
    IReadOnlyList<Answer>? _listed;

    public async Task<Answer> Ask(string path, CancellationToken ct)
    {
        if (!_seen.TryGetValue(path, out var answer))
        {
            _seen[path] = answer = await site.Ask(path, ct);
        }

        return answer;
    }

    /// <summary>Every page that the two plans of the site list. Pages whose readings are counted are not among them.</summary>
    public async Task<IReadOnlyList<Answer>> Listed(CancellationToken ct)
    {
        if (_listed is null)
        {
            var found = new List<Answer>();
            foreach (var path in (await Links("/plan-du-site", ct)).Concat(await Links("/en/site-map", ct)).Distinct(StringComparer.Ordinal))
            {
                found.Add(await Ask(path, ct));
            }

            _listed = found;
        }

        return _listed;
    }

    /// <summary>Those of one service, and those of all.</summary>
    public async Task<IReadOnlyList<Answer>> Listed(HostedService service, CancellationToken ct) =>
        [.. (await Listed(ct)).Where(a => service.Counts(a.Path))];

    async Task<IEnumerable<string>> Links(string plan, CancellationToken ct) =>
        Markup.Links((await Ask(plan, ct)).Inside("main")).Select(l => l.Href.Split('#')[0]).Where(href => href.StartsWith('/'));
}
