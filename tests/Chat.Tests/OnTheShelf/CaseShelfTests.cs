using Beffroi.Chat.Cases;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.OnTheShelf;

public sealed class CaseShelfTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task A_case_is_opened_with_its_rights_and_its_room_in_one_go(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var id = Guid.NewGuid();

        var reply = await site.Open(id, Shelf.Anna, Shelf.Anna.Draft(new CaseOpened { Title = "Vidéo coupée" }, Shelf.Both()), Shelf.Anna.Draft(Shelf.Tag("fin")));

        Assert.True(reply.IsDone);
        Assert.Equal(2, reply.Written.Count);
        var row = site.ReadChat(db => db.Cases.Single());
        var room = site.ReadChat(db => db.Rooms.Single());
        Assert.Equal((id, 2, room.Id, room.ScopeId), (row.Id, row.Lines, row.RoomId, row.ScopeId));
        Assert.Equal((RoomKind.Case, "Vidéo coupée", (Guid?)id), (room.Kind, room.Name, room.CaseId));
        Assert.Equal("Hashtag::fin", site.ReadChat(db => db.CaseMarks.Single()).Value);
        Assert.Equal((true, true, false), (Knows(site, Shelf.Anna, id), Knows(site, Shelf.Bilal, id), Knows(site, Shelf.Chloe, id)));
        Assert.NotNull(await site.View(id, Shelf.Bilal.Reader));
        Assert.Null(await site.View(id, Shelf.Chloe.Reader));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_those_who_open_the_same_case_at_once_one_opens_it_and_the_others_find_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var message = new MessageLink(Guid.NewGuid(), Guid.NewGuid(), "Encore #fin partout");
        var id = Guid.NewGuid();

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
            site.Open(id, Shelf.Anna, Opening.FromMessage(Guid.NewGuid(), message, Shelf.Both(), Shelf.Both(), Shelf.Anna.Author)), Ct)));

        Assert.All(replies, r => Assert.True(r.IsDone));
        Assert.Single(replies, r => r.Written.Count == 1);
        Assert.Equal((1, 1, 1), site.ReadChat(db => ValueTuple.Create(db.Cases.Count(), db.CaseLines.Count(), db.Rooms.Count())));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task When_many_write_at_once_no_line_is_lost_and_the_chain_holds(DbEngine engine)
    {
        const int Writers = 8, Each = 6;
        await using var site = await SiteUnderTest.Empty(engine);
        var id = await site.Opened();

        var replies = await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                var seat = w % 2 == 0 ? Shelf.Anna : Shelf.Bilal;
                var reply = await site.Write(id, seat, seat.Draft(Shelf.Tag($"mot{w}x{i}")));
                Assert.True(reply.IsDone);
            }

            return w;
        }, Ct)));

        Assert.Equal(Writers, replies.Length);
        var lines = site.ReadChat(db => db.CaseLines.OrderBy(l => l.Number).Select(l => l.Content).ToList()).ConvertAll(CaseJson.Read<CaseEvent>);
        Assert.Null(CaseLog.Check(lines));
        Assert.Equal(1 + (Writers * Each), lines.Count);
        var expected = Enumerable.Range(0, Writers).SelectMany(w => Enumerable.Range(0, Each).Select(i => $"mot{w}x{i}")).Order(StringComparer.Ordinal);
        Assert.Equal(expected, lines.Select(l => l.Fact).OfType<ObservableNoted>().Select(o => o.Observable.Value).Order(StringComparer.Ordinal));
        Assert.Equal(lines.Count, site.ReadChat(db => db.Cases.Single()).Lines);
        Assert.Equal(Writers * Each, site.ReadChat(db => db.CaseMarks.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Read_again_from_the_database_a_case_is_the_same_to_the_byte(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var id = await site.Opened();
        await site.Write(id, Shelf.Bilal, Shelf.Bilal.Draft(Shelf.Tag("fin")), Shelf.Bilal.Draft(new ArgumentMade { Stance = Stance.Against, Text = "Cela ne tient pas.\n« Vraiment » 🙂" }));
        var reply = await site.Write(id, Shelf.Anna, Shelf.Anna.Draft(new PhaseEntered { Phase = CasePhase.Qualification }));

        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<KeptLogs>().Forget(id);
        var again = await site.View(id, Shelf.Anna.Reader);

        Assert.Equal(CaseJson.Write(reply.View!.State), CaseJson.Write(again!.State));
        Assert.Equal(CaseJson.Write(reply.View.Events), CaseJson.Write(again.Events));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_same_line_sent_twice_is_written_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var id = await site.Opened();
        var draft = Shelf.Bilal.Draft(Shelf.Tag("fin"));

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => site.Write(id, Shelf.Bilal, draft), Ct)));

        Assert.All(replies, r => Assert.True(r.IsDone));
        Assert.Equal(2, site.ReadChat(db => db.CaseLines.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_refused_leaves_nothing_and_what_is_unreadable_cannot_be_written_to(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var id = await site.Opened();

        var refused = await site.Write(id, Shelf.Anna, Shelf.Anna.Draft(Shelf.Tag("fin")), Shelf.Anna.Draft(new CaseTitled { Title = " " }));
        var outside = await site.Write(id, Shelf.Chloe, Shelf.Chloe.Draft(Shelf.Tag("fin")));
        var nowhere = await site.Write(Guid.NewGuid(), Shelf.Chloe, Shelf.Chloe.Draft(Shelf.Tag("fin")));
        var alone = await site.Open(Guid.NewGuid(), Shelf.Chloe, Shelf.Chloe.Draft(new CaseOpened { Title = "Sans moi" }, Shelf.Both()));

        Assert.Equal(["Title"], refused.Faults.Select(f => f.Field));
        Assert.Equal(outside, nowhere);
        Assert.Null(outside.View);
        Assert.Equal(["Marking"], alone.Faults.Select(f => f.Field));
        Assert.Equal((1, 1, 0), site.ReadChat(db => ValueTuple.Create(db.Cases.Count(), db.CaseLines.Count(), db.CaseMarks.Count())));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_comes_with_a_line_is_saved_with_it_or_neither_is(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var id = await site.Opened();

        await Assert.ThrowsAsync<InvalidOperationException>(() => site.At(s => s.Write(id, Shelf.Anna, [Shelf.Anna.Draft(Shelf.Tag("fin"))], Ct, _ => throw new InvalidOperationException("the disk is full"))));

        Assert.Equal((1, 1), site.ReadChat(db => ValueTuple.Create(db.CaseLines.Count(), db.Cases.Single().Lines)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_line_that_was_changed_behind_our_back_is_not_read(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var id = await site.Opened(title: "Une campagne");
        await using (var scope = site.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ChatDb>().Database.ExecuteSqlRawAsync("UPDATE chat_case_lines SET \"Content\" = replace(\"Content\", 'Une campagne', 'Une autre')", Ct);
        }

        var broken = await Assert.ThrowsAsync<CaseBrokenException>(() => site.View(id, Shelf.Anna.Reader));

        Assert.Equal(new(1, CaseBreakKind.Changed), broken.Broken);
    }

    static bool Knows(SiteUnderTest site, Seat seat, Guid id)
    {
        using var scope = site.Scope();
        var scopes = scope.ServiceProvider.GetRequiredService<Scopes>();
        var knows = scopes.CasesOf(seat.Reader).Any(c => c.Id == id);
        Assert.Equal(knows, scopes.RoomsOf(seat.Reader).Any(r => r.CaseId == id));
        return knows;
    }
}
