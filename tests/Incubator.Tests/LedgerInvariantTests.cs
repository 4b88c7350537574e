using Beffroi.Incubator.Accounting;
using CsCheck;

namespace Beffroi.Incubator.Tests;

/// <summary>The invariants of the specification (4.3), after any acts in any order.</summary>
public sealed class LedgerInvariantTests
{
    const int Orders = 6;

    /// <summary>What somebody tries: an act, on which order, for how many cents, on which day, by whom.</summary>
    sealed record Try(int Act, int Order, long Cents, int Day, int Person);

    static readonly Gen<Try> Tries = Gen.Select(Gen.Int[0, 4], Gen.Int[0, Orders - 1], Gen.Long[1, 9_000_000], Gen.Int[0, 240], Gen.Int[0, 2], (act, order, cents, day, person) => new Try(act, order, cents, day, person));

    [Fact]
    public void Invariants_1_2_3_5_and_6_hold_after_any_acts() =>
        Tries.Array[0, 60].Sample(tries =>
        {
            var (ledger, orders) = Play(tries);
            Follow(ledger.Entries, orders);
        }, iter: 400);

    [Fact]
    public void Invariant_5_the_order_of_replay_changes_no_balance() =>
        Gen.Select(Tries.Array[0, 60], Gen.Int, (tries, seed) => (tries, seed)).Sample(t =>
        {
            var entries = Play(t.tries).Ledger.Entries;
            var shuffled = entries.ToArray();
            new Random(t.seed).Shuffle(shuffled);

            Assert.Equal(Balance.Of(entries), Balance.Of(shuffled));
        }, iter: 200);

    [Fact]
    public void Invariant_3_an_account_is_the_one_before_plus_its_month() =>
        Tries.Array[0, 60].Sample(tries =>
        {
            var (ledger, orders) = Play(tries);
            var accounts = Enumerable.Range(5, 8).Select(m => StatementFigures.Of(ledger, orders, [], new(2020, m, 1))).ToList();

            Assert.All(accounts.Zip(accounts.Skip(1)), pair =>
            {
                Assert.Equal(pair.First.Engaged + pair.Second.EngagedInMonth, pair.Second.Engaged);
                Assert.Equal(pair.First.Paid + pair.Second.PaidInMonth, pair.Second.Paid);
            });
            // Some acts are of January: the account of December leaves them out.
            Assert.Equal(Cents(ledger.Entries.Where(e => e.On <= new DateOnly(2020, 12, 31)), EntryKind.Commitment) / 100m, accounts[^1].Engaged);
            // Invariant 4: the lines add up to the totals, to the cent.
            Assert.All(accounts, a => Assert.Equal((a.Engaged, a.Paid), (a.ByPrestation.Sum(l => l.Engaged), a.ByPrestation.Sum(l => l.Paid))));
        }, iter: 100);

    [Fact]
    public void Every_accepted_entry_keeps_the_chain() =>
        Tries.Array[0, 40].Sample(tries => Assert.Null(Chain.FirstBroken(Play(tries).Ledger.Entries)), iter: 100);

    static (Ledger Ledger, List<Order> Orders) Play(Try[] tries)
    {
        var eva = Sample.Eva();
        var ledger = Sample.Opened(eva);
        var people = new[] { Sample.Orderer, Sample.Certifier, Sample.Payer };
        var orders = new List<Order>();
        var byPlace = new Order?[Orders];
        foreach (var t in tries)
        {
            var (day, author, amount) = (new DateOnly(2020, 5, 10).AddDays(t.Day), Sample.By(people[t.Person]), Money.Of(t.Cents / 100m));
            if (t.Act == 0 || byPlace[t.Order] is not { } order)
            {
                var placed = Sample.OrderOf(eva, amount.Amount, day);
                if (ledger.Commit(placed, author).Entry is not null)
                {
                    byPlace[t.Order] = placed;
                    orders.Add(placed);
                }
            }
            else if (t.Act == 4)
            {
                ledger.Reverse(ledger.Entries[(int)(t.Cents % ledger.Entries.Count)].Id, day, "Annulation", author);
            }
            else
            {
                // Small shares, so that some are within what is left.
                var part = Money.Of(order.InclTax.Amount / (t.Cents % 4 + 1));
                _ = t.Act == 1 ? ledger.Pay(order, part, day, "F", author) : ledger.Certify(order, part, day, "Livré", author);
            }
        }

        return (ledger, orders);
    }

    // Entry after entry as they were written, then day after day as they are dated.
    static void Follow(IReadOnlyList<LedgerEntry> entries, List<Order> orders)
    {
        for (var n = 1; n <= entries.Count; n++)
        {
            Count([.. entries.Take(n)], orders);
        }

        foreach (var day in entries.Select(e => e.On).Distinct())
        {
            Count([.. entries.Where(e => e.On <= day)], orders);
        }

        Assert.All(entries.Where(e => e is { Kind: EntryKind.Commitment, ReversesId: null }), e => Assert.InRange(e.On, new(2020, 5, 15), new(2020, 11, 15)));
        Assert.All(entries.Where(e => e is { Kind: EntryKind.Payment, ReversesId: null }), e => Assert.True(e.On <= new DateOnly(2020, 12, 31)));
        Assert.All(entries.Where(e => e.ReversesId is not null), r =>
        {
            var undone = entries.Single(e => e.Id == r.ReversesId);
            Assert.True(r.On >= undone.On);
            Assert.Equal((-undone.Ae.Amount, -undone.Cp.Amount, -undone.Service.Amount), (r.Ae.Amount, r.Cp.Amount, r.Service.Amount));
        });
    }

    // In whole cents, as somebody with a pencil would.
    static void Count(List<LedgerEntry> so, List<Order> orders)
    {
        var (given, engaged, paid) = (Cents(so, EntryKind.Allocation), Cents(so, EntryKind.Commitment), Cents(so, EntryKind.Payment));
        Assert.InRange(engaged, 0, given);
        Assert.InRange(paid, 0, engaged);
        Assert.Equal(given - engaged, (long)(Balance.Of(so).AvailableAe.Amount * 100));
        foreach (var order in orders)
        {
            var own = so.Where(e => e.OrderId == order.Id).ToList();
            Assert.InRange(Cents(own, EntryKind.Service), 0, Cents(own, EntryKind.Commitment));
            Assert.InRange(Cents(own, EntryKind.Payment), 0, Cents(own, EntryKind.Service));
        }
    }

    static long Cents(IEnumerable<LedgerEntry> entries, EntryKind kind) => entries.Where(e => e.Kind == kind).Sum(e => (long)((kind switch
    {
        EntryKind.Allocation or EntryKind.Commitment => e.Ae,
        EntryKind.Service => e.Service,
        EntryKind.Payment => e.Cp,
    }).Amount * 100));
}
