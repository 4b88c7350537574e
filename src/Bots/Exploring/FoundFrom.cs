using Beffroi.Bots.Networks;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Exploring;

/// <summary>Asks who can be reached from an account, by the way of an exploration.</summary>
sealed class FoundFrom(SourcesSetup setup, BotsDb db, TimeProvider clock)
{
    public Task<FoundPeople> Ask(Exploration exploration, ExplorationRules rules, string nativeId, CancellationToken ct) => rules.Way switch
    {
        ExplorationWay.CoSharers => new CoSharers(db).Of(exploration.WatchId, exploration.Network, nativeId, rules.Each, rules.LeastShared, ct),
        ExplorationWay.Followers => exploration.Network switch
        {
            Network.Bluesky => Asked(new BlueskyPeople(setup, clock), b => b.Followers(nativeId, rules.Each, ct)),
            Network.Mastodon => Asked(new MastodonPeople(setup, Instance(rules), clock), m => m.Followers(nativeId, rules.Each, ct)),
            Network.Twitter => Asked(new XPeople(setup, clock), x => x.Followers(nativeId, Math.Min(rules.Each, Affordable(exploration, rules)), ct)),
            Network.Other => throw new SourceTroubleException(SourceError.BadAnswer),
        },
    };

    /// <summary>The seeds themselves, with their profiles where the network gives them.</summary>
    public Task<FoundPeople> Seeds(Exploration exploration, ExplorationRules rules, CancellationToken ct)
    {
        List<string> seeds = [.. rules.Seeds.Select(s => s.TrimStart('@'))];
        return rules.Way switch
        {
            ExplorationWay.CoSharers => Known(exploration.Network, seeds, ct),
            ExplorationWay.Followers => exploration.Network switch
            {
                Network.Bluesky => Asked(new BlueskyPeople(setup, clock), async b => new FoundPeople([.. (await b.Profiles(seeds, ct)).Select(a => (a, 0))], (seeds.Count + 24) / 25)),
                Network.Mastodon => Asked(new MastodonPeople(setup, Instance(rules), clock), m => m.Profiles(seeds, ct)),
                Network.Twitter => Asked(new XPeople(setup, clock), x => x.Profiles(seeds, ct)),
                Network.Other => throw new SourceTroubleException(SourceError.BadAnswer),
            },
        };
    }

    async Task<FoundPeople> Known(Network network, List<string> seeds, CancellationToken ct)
    {
        var rows = await db.Accounts.AsNoTracking().Where(a => a.Network == network && !a.LeftOut && (seeds.Contains(a.NativeId) || seeds.Contains(a.Handle!))).OrderBy(a => a.NativeId).ToListAsync(ct);
        return new([.. rows.Select(r => (CoSharers.Profile(r), 0))], 0);
    }

    static async Task<FoundPeople> Asked<TPeople>(TPeople people, Func<TPeople, Task<FoundPeople>> ask) where TPeople : IDisposable
    {
        using (people)
        {
            return await ask(people);
        }
    }

    MastodonSetup Instance(ExplorationRules rules) => setup.InstanceOf(rules.Host) ?? throw new SourceTroubleException(SourceError.NoKey);

    int Affordable(Exploration exploration, ExplorationRules rules) => (int)Math.Clamp(((10L * rules.MostCents) - exploration.Price) / Math.Max(1, setup.X.UserPrice), 1, int.MaxValue);
}
