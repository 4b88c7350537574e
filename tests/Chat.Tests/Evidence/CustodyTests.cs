using System.Security.Cryptography;
using System.Text;
using Beffroi.Chat.Evidence.Custody;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Beffroi.Chat.Tests.Evidence;

public sealed class CustodyTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);
    static readonly Guid Id = new("00000000-0000-0000-0000-0000000000e1");
    static readonly string Sha = Convert.ToHexStringLower(SHA256.HashData("une preuve"u8));

    static CustodyChain Chain(int links)
    {
        var clock = new FakeTimeProvider(Now);
        var chain = CustodyChain.Arrive(Id, Sha, "Claire, ONG", "https://journal.example/1", clock);
        for (var i = 2; i <= links; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(7));
            chain.Add(i % 2 == 0 ? CustodyAct.Read : CustodyAct.Exported, $"personne {i}", i % 3 == 0 ? null : "détail", clock);
        }

        return chain;
    }

    [Fact]
    public void A_link_is_the_hash_of_the_one_before_and_of_what_it_says()
    {
        // Each part is preceded by its length in four bytes, as docs/chat-evidence.md says.
        static string Hash(params string?[] parts) => Convert.ToHexStringLower(SHA256.HashData([.. parts.SelectMany(p =>
        {
            var bytes = Encoding.UTF8.GetBytes(p ?? "");
            var n = p is null ? -1 : bytes.Length;
            return new[] { (byte)(n >> 24), (byte)(n >> 16), (byte)(n >> 8), (byte)n }.Concat(bytes);
        })]));
        var chain = Chain(3);
        var root = Hash("beffroi-custody-1", Id.ToString(), Sha);
        var first = Hash(root, "1", "2026-11-26T10:00:00.000Z", "Claire, ONG", "Arrived", "https://journal.example/1");
        var second = Hash(first, "2", "2026-11-26T10:07:00.000Z", "personne 2", "Read", "détail");
        var third = Hash(second, "3", "2026-11-26T10:14:00.000Z", "personne 3", "Exported", null);
        Assert.Equal([first, second, third], chain.Events.Select(e => e.Link));
        Assert.Equal(third, chain.Head);
    }

    [Fact]
    public void Any_change_of_a_link_is_found_at_that_link() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 11], Gen.Int[0, 5]).Where(t => t.Item2 < t.Item1).Sample((links, at, what) =>
        {
            var events = Chain(links).Events.ToList();
            events[at] = what switch
            {
                0 => events[at] with { Actor = events[at].Actor + " " },
                1 => events[at] with { At = events[at].At.AddMilliseconds(1) },
                2 => events[at] with { Act = events[at].Act == CustodyAct.Noted ? CustodyAct.Read : CustodyAct.Noted },
                3 => events[at] with { Detail = (events[at].Detail ?? "") + "x" },
                4 => events[at] with { Link = new string('0', 64) },
                _ => events[at] with { Detail = events[at].Detail is null ? "" : null },
            };
            Assert.Equal(at + 1, CustodyChain.Check(Id, Sha, events)!.Number);
        });

    [Fact]
    public void A_link_that_is_removed_moved_or_doubled_is_found()
    {
        var events = Chain(6).Events.ToList();
        Assert.Null(CustodyChain.Check(Id, Sha, events));
        Assert.Equal(new(3, CustodyBreak.Order), CustodyChain.Check(Id, Sha, [.. events.Take(2), .. events.Skip(3)]));
        Assert.Equal(new(2, CustodyBreak.Order), CustodyChain.Check(Id, Sha, [events[0], events[2], events[1], .. events.Skip(3)]));
        Assert.Equal(new(3, CustodyBreak.Order), CustodyChain.Check(Id, Sha, [.. events.Take(2), events[1], .. events.Skip(2)]));
        Assert.Equal(new(3, CustodyBreak.Link), CustodyChain.Check(Id, Sha, [.. events.Take(2), .. events.Skip(3).Select(e => e with { Number = e.Number - 1 })]));
        Assert.Equal(new(1, CustodyBreak.Empty), CustodyChain.Check(Id, Sha, []));
        Assert.Equal(1, CustodyChain.Check(Id, Sha.Replace(Sha[0], Sha[0] == '0' ? '1' : '0'), events)!.Number);
        Assert.Equal(1, CustodyChain.Check(Guid.Empty, Sha, events)!.Number);
    }

    [Fact]
    public void A_clock_set_back_does_not_turn_the_order_round()
    {
        var chain = CustodyChain.Arrive(Id, Sha, "Claire", null, new FakeTimeProvider(Now));
        chain.Add(CustodyAct.Read, "Marc", null, new FakeTimeProvider(Now.AddHours(-1)));
        Assert.Equal(Now, chain.Events[1].At);
        Assert.Null(CustodyChain.Check(Id, Sha, chain.Events));
    }

    [Fact]
    public void Nothing_is_added_to_a_broken_chain_and_nothing_arrives_twice()
    {
        var events = Chain(3).Events;
        Assert.Equal(3, CustodyChain.Of(Id, Sha, events).Events.Count);
        Assert.Throws<InvalidOperationException>(() => CustodyChain.Of(Id, Sha, events.Skip(1)));
        Assert.Throws<ArgumentException>(() => Chain(1).Add(CustodyAct.Arrived, "x", null, TimeProvider.System));
    }
}
