using Beffroi.Bots.Clustering;
using CsCheck;

namespace Beffroi.Bots.Tests.Findings;

public sealed class ClusterIdentityTests
{
    static Guid G(int n) => new(n, 0, 0, new byte[8]);

    static IReadOnlySet<Guid> Set(params int[] members) => members.Select(G).ToHashSet();

    [Fact]
    public void A_group_goes_on_from_the_one_with_which_it_has_most_members_in_common()
    {
        // 1 split in two: the larger part keeps the address. 2 grew. 9 is new.
        var before = new (Guid, IReadOnlySet<Guid>)[] { (G(1), Set(1, 2, 3, 4, 5, 6)), (G(2), Set(10, 11, 12)) };
        Assert.Equal([G(1), null, G(2), null], ClusterIdentity.Match(before, [Set(1, 2, 3, 4), Set(5, 6, 7, 8, 9), Set(10, 11, 12, 13, 14, 15), Set(20, 21, 22)]));
    }

    [Fact]
    public void Half_of_the_smaller_group_must_be_in_both()
    {
        var before = new (Guid, IReadOnlySet<Guid>)[] { (G(1), Set(1, 2, 3, 4)) };
        Assert.Equal([G(1)], ClusterIdentity.Match(before, [Set(3, 4, 5, 6)]));
        Assert.Equal([null], ClusterIdentity.Match(before, [Set(4, 5, 6, 7)]));
    }

    [Fact]
    public void Each_address_is_given_once_and_the_order_of_the_lists_changes_nothing() =>
        Gen.Select(Gen.Int[0, 15].Array[1, 6].Array[0, 6], Gen.Int[0, 15].Array[1, 6].Array[0, 6], Gen.Int).Sample((old, now, seed) =>
        {
            var before = old.Select((m, at) => (G(100 + at), Set(m))).ToArray();
            // Groups of one computation have no member in common.
            var seen = new HashSet<Guid>();
            var after = now.Select(m => (IReadOnlySet<Guid>)Set(m).Where(seen.Add).ToHashSet()).Where(s => s.Count > 0).ToArray();
            var matched = ClusterIdentity.Match(before, after);
            var chance = new Random(seed);
            var (mixedBefore, order) = (before.ToArray(), Enumerable.Range(0, after.Length).ToArray());
            chance.Shuffle(mixedBefore);
            chance.Shuffle(order);
            var mixed = ClusterIdentity.Match(mixedBefore, [.. order.Select(at => after[at])]);
            return matched.OfType<Guid>().Distinct().Count() == matched.OfType<Guid>().Count()
                && matched.Index().All(m => m.Item is not { } id || before.Single(b => b.Item1 == id).Item2.Overlaps(after[m.Index]))
                && order.Index().All(o => mixed[o.Index] == matched[o.Item]);
        }, iter: 500);
}
