using System.Text.Json;
using Beffroi.Bots.Networks;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Exploring;

/// <summary>Asks who can be reached from an account, by the way of an exploration.</summary>
sealed class FoundFrom(SourcesSetup setup, BotsDb db, TimeProvider clock)
{
    public async Task<FoundPeople> Ask(Exploration exploration, ExplorationRules rules, string nativeId, CancellationToken ct)
    {
        if (rules.Way == ExplorationWay.CoSharers)
        {
            return await new CoSharers(db).Of(exploration.WatchId, exploration.Network, nativeId, rules.Each, rules.LeastShared, ct);
        }

        switch (exploration.Network)
        {
            case Network.Bluesky:
                using (var bluesky = new BlueskyPeople(setup, clock))
                {
                    return await bluesky.Followers(nativeId, rules.Each, ct);
                }

            case Network.Mastodon:
                using (var mastodon = new MastodonPeople(setup, Instance(rules), clock))
                {
                    return await mastodon.Followers(nativeId, rules.Each, ct);
                }

            case Network.Twitter:
                using (var x = new XPeople(setup, clock))
                {
                    return await x.Followers(nativeId, Math.Min(rules.Each, Affordable(exploration, rules)), ct);
                }

            case Network.Other:
            default:
                throw new SourceTrouble(SourceError.BadAnswer);
        }
    }

    /// <summary>The seeds themselves, with their profiles where the network gives them.</summary>
    public async Task<FoundPeople> Seeds(Exploration exploration, ExplorationRules rules, CancellationToken ct)
    {
        if (rules.Way == ExplorationWay.CoSharers)
        {
            var keys = rules.Seeds.Select(s => s.TrimStart('@')).ToList();
            var rows = await db.Accounts.AsNoTracking().Where(a => a.Network == exploration.Network && !a.LeftOut && (keys.Contains(a.NativeId) || keys.Contains(a.Handle!))).OrderBy(a => a.NativeId).ToListAsync(ct);
            return new([.. rows.Select(r => (CoSharers.Profile(r), 0))], 0);
        }

        switch (exploration.Network)
        {
            case Network.Bluesky:
                using (var bluesky = new BlueskyPeople(setup, clock))
                {
                    return new([.. (await bluesky.Profiles(rules.Seeds, ct)).Select(a => (a, 0))], (rules.Seeds.Count + 24) / 25);
                }

            case Network.Mastodon:
                using (var mastodon = new MastodonPeople(setup, Instance(rules), clock))
                {
                    List<(Account, int)> found = [];
                    foreach (var seed in rules.Seeds)
                    {
                        if (await mastodon.Profile(seed.TrimStart('@'), ct) is { } account)
                        {
                            found.Add((account, 0));
                        }
                    }

                    return new(found, rules.Seeds.Count);
                }

            case Network.Twitter:
                using (var x = new XPeople(setup, clock))
                {
                    return await x.Profiles([.. rules.Seeds.Select(s => s.TrimStart('@'))], ct);
                }

            case Network.Other:
            default:
                throw new SourceTrouble(SourceError.BadAnswer);
        }
    }

    MastodonSetup Instance(ExplorationRules rules) => setup.InstanceOf(rules.Host) ?? throw new SourceTrouble(SourceError.NoKey);

    int Affordable(Exploration exploration, ExplorationRules rules) => (int)Math.Clamp(((10L * rules.MostCents) - exploration.Price) / Math.Max(1, setup.X.UserPrice), 1, int.MaxValue);
}
