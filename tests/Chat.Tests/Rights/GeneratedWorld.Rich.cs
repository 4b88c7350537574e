using System.Text;
using Beffroi.Chat.Alerting;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Evidence.Files;
using Beffroi.Chat.Tests.People;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.Rights;

/// <summary>What leaks most: names that are masked afterwards, evidence, quotes, threads, signs, titles, cases that widen, people who left, programs and alerts.</summary>
sealed partial class GeneratedWorld
{
    /// <summary>Whose programs are told what is said in rooms.</summary>
    public static Guid Hooked => ChatWorld.Observatory.Id;

    public async Task Enrich()
    {
        await Evidence(4);
        await Said(6, quotes: true);
        await Said(6, quotes: false);
        await Signs(6);
        await Widened();
        await Departed();
        await Expired();
        await Hooks(12);
        await Alert();
        // After all that they wrote: what is decided today reaches back.
        await Mask();
    }

    Seat Member(string name) => _members.First(m => string.Equals(m.Name, name, StringComparison.Ordinal)).Seat;

    async Task Evidence(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var seat = Somebody();
            var (marking, own, text) = (Marking(seat), Marking(seat), Word());
            var (id, opens) = await Begun(seat, marking);
            var bytes = Encoding.UTF8.GetBytes($"{Common} {text}");
            var print = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
            var line = Draft(seat, new EvidenceKept { FileName = $"{text}.txt", MediaType = "text/plain", Size = bytes.Length, Sha256 = print }, own);
            await Write(id, seat, line);
            await Do(services =>
            {
                services.GetRequiredService<ChatDb>().AddRange(
                    new Blob { Sha256 = print, Bytes = bytes },
                    new StoredFile { Id = Guid.NewGuid(), MessageId = null, CaseId = id, EventId = line.Id, Name = $"{text}.txt", Kind = FileKind.Text, Size = bytes.Length, Sha256 = print, At = SiteUnderTest.Start, By = seat.AccountId });
                return Task.CompletedTask;
            });
            Items.Add(new(ItemKind.Evidence, line.Id, text, r => opens(r) && (r.Person == seat.AccountId || Holds(own, r))) { In = id });
        }
    }

    /// <summary>Messages that quote one of another room, or answer one in its thread.</summary>
    async Task Said(int count, bool quotes)
    {
        var cases = Items.Where(i => i.Kind == ItemKind.Case).Select(i => i.In).ToHashSet();
        var community = new Marked { Tlp = Tlp.Green, Audience = Audience.Community };
        for (var i = 0; i < count; i++)
        {
            var about = Draw(Items.FindAll(m => m.Kind == ItemKind.Message && !cases.Contains(m.In)));
            var readers = _members.FindAll(m => about.Lets(m.Seat.Reader));
            if (readers.Count == 0)
            {
                continue;
            }

            var (seat, id, word) = (Draw(readers).Seat, Guid.NewGuid(), Word());
            var (room, ofRoom) = quotes ? (ChatWorld.Channel(ChannelPhase.Qualification), community) : (about.In, about.Marking!);
            await Do(async services =>
            {
                var spoken = await services.GetRequiredService<Speaking>().Say(seat, new() { Id = id, RoomId = room, ThreadId = quotes ? null : about.Id, Text = $"Une {Common} {word}", Quotes = quotes ? [about.Id] : [] }, Steps.Ct);
                if (spoken.Message is null)
                {
                    throw new InvalidOperationException(string.Join(" / ", spoken.Faults.Select(f => f.French)));
                }
            });
            var marking = ofRoom.And(about.Marking!);
            var entered = Items.Find(r => r.Kind == ItemKind.Room && r.Id == room);
            Items.Add(new(ItemKind.Message, id, word, r => r.IsKnown && !r.IsGuest && (entered?.Lets(r) ?? true) && (Holds(marking, r) || r.Person == seat.AccountId)) { In = room, Marking = marking });
        }
    }

    async Task Signs(int count)
    {
        var journalist = Member(Journalist);
        foreach (var message in Items.FindAll(i => i.Kind == ItemKind.Message && i.Lets(journalist.Reader)).Take(count))
        {
            await Do(services =>
            {
                services.GetRequiredService<ChatDb>().Add(new MessageReaction { MessageId = message.Id, AccountId = journalist.AccountId, OrganisationId = journalist.OrganisationId, Sign = Sign.All[0].Key, At = SiteUnderTest.Start });
                return Task.CompletedTask;
            });
        }
    }

    /// <summary>A case of the ministry and the observatory, which the observatory calls by a name of its own, that opens to the laboratory.</summary>
    async Task Widened()
    {
        var (camille, paul, two) = (Member(ChatWorld.Camille), Member(ChatWorld.Paul), new Marked { Tlp = Tlp.Amber, Audience = Audience.Of(ChatWorld.Ministry.Id, ChatWorld.Observatory.Id) });
        var three = two with { Audience = Audience.Of(ChatWorld.Ministry.Id, ChatWorld.Observatory.Id, ChatWorld.Laboratory.Id) };
        var (id, _) = await Begun(camille, two);
        var begun = Items[^1];
        Items[^1] = begun with { Lets = r => r.IsKnown && r.MayEnter(id) && Holds(three, r) };
        var (argument, title) = (Word(), Word());
        var only = new Marked { Tlp = Tlp.Amber, Audience = Audience.Of(ChatWorld.Observatory.Id) };
        CaseDraft[] lines = [Draft(paul, new ArgumentMade { Stance = Stance.For, Text = $"Une {Common} {argument}" }, new() { Tlp = Tlp.Amber }), Draft(paul, new CaseTitled { Title = $"Une {Common} {title}" }, only)];
        await Write(id, paul, lines);
        await Message((begun.In, two), null, paul);
        Items.AddRange(
        [
            new(ItemKind.Line, lines[0].Id, argument, r => r.MayEnter(id) && Holds(two, r)) { In = id },
            new(ItemKind.Line, lines[1].Id, title, r => r.MayEnter(id) && Holds(only, r)) { In = id },
        ]);
        var opening = _site.ReadChat(db => db.CaseLines.Single(l => l.CaseId == id && l.Number == 1)).EventId;
        await Write(id, camille, Draft(camille, new MarkingChanged { Target = opening, To = three, Why = "Le laboratoire aide" }, new() { Tlp = Tlp.Amber }));
        // What was said before was said to those of then.
        var said = Items.FindIndex(i => i.Kind == ItemKind.Message && i.In == begun.In);
        Items[said] = Items[said] with { Lets = r => !r.IsGuest && Holds(two, r) };
    }

    /// <summary>Somebody of the observatory, who was named one by one, left.</summary>
    async Task Departed()
    {
        var (marc, paul) = (_site.IdOf(ChatWorld.Marc), Member(ChatWorld.Paul));
        var joined = new Member { Id = Guid.NewGuid(), AccountId = marc, OrganisationId = ChatWorld.Observatory.Id, Name = ChatWorld.Marc, JoinedAt = SiteUnderTest.Start.AddDays(-9) };
        await _site.Write<ChatDb>(db => db.Add(joined));
        var marking = new Marked { Tlp = Tlp.Red, Audience = Audience.OfPeople(marc, paul.AccountId) };
        var room = await Room(marking, paul);
        await Message(room, null, paul);
        await Begun(paul, marking);
        await _site.Write<ChatDb>(db => db.Members.Single(m => m.Id == joined.Id).LeftAt = SiteUnderTest.Start);
    }

    /// <summary>A guest whose month is over, still named in the marking.</summary>
    async Task Expired()
    {
        var (guest, camille, now) = (_site.IdOf(Crew.Pending), Member(ChatWorld.Camille), SiteUnderTest.Start);
        var (id, _) = await Begun(camille, new() { Tlp = Tlp.Amber, Audience = new() { Circles = [Circle.Of([ChatWorld.Ministry.Id], [guest])] } });
        await _site.Write<ChatDb>(db => db.Add(new GuestPass
        {
            Id = Guid.NewGuid(), CaseId = id, SecretHash = "expired", ForWhom = "Un expert", OrganisationId = ChatWorld.Ministry.Id, InvitedBy = camille.AccountId, InvitedAt = now.AddDays(-40), ExpiresAt = now.AddDays(-10),
            ApprovedAt = now.AddDays(-40), ApprovedBy = camille.AccountId, AccountId = guest, Name = Crew.Pending, AcceptedAt = now.AddDays(-40),
        }));
        People.Add((Crew.Pending, Reader.Public));
    }

    async Task Hooks(int count)
    {
        var channel = ChatWorld.Channel(ChannelPhase.Reaction);
        await _site.Write<ChatDb>(db => db.Add(new OutgoingHook { Id = Guid.NewGuid(), RoomId = channel, Name = "Tableau", Address = "https://ailleurs.example/", SealedKey = "x", OrganisationId = Hooked, AddedBy = Member(ChatWorld.Paul).AccountId, AddedAt = SiteUnderTest.Start }));
        for (var i = 0; i < count; i++)
        {
            await Message((channel, new() { Tlp = Tlp.Green, Audience = Audience.Community }), null);
        }
    }

    async Task Alert()
    {
        var (camille, title, form) = (Member(ChatWorld.Camille), Word(), Guid.NewGuid());
        var (id, opens) = await Begun(camille, new() { Tlp = Tlp.Amber, Audience = Audience.Of(ChatWorld.Ministry.Id) });
        var (yes, secret) = (Draft(camille, Flows.GivenCases.Yes(Convention.Massive), new() { Tlp = Tlp.Amber }), Word());
        var kept = Draft(camille, new SectionWritten { Section = Section.Actor, Text = $"Une {Common} {secret}" }, new() { Tlp = Tlp.Amber });
        await Write(id, camille, yes, kept);
        Items.Add(new(ItemKind.Line, kept.Id, secret, opens) { In = id });
        var sent = Guid.Empty;
        await Do(async services =>
        {
            var view = (await services.GetRequiredService<CaseShelf>().View(id, camille.Reader, Steps.Ct))!;
            var reply = await services.GetRequiredService<Alerts>().Send(view, new() { FormId = form, Title = $"Une {Common} {title}", Summary = "x", ActionAsked = "y", Owner = camille.AccountId, To = [ChatWorld.Observatory.Id], Lines = [yes.Id], Tlp = Tlp.Amber }, camille, Steps.Ct);
            sent = reply.CaseId ?? throw new InvalidOperationException(string.Join(" / ", reply.Faults.Select(f => f.French)));
        });
        var partners = new Marked { Tlp = Tlp.Amber, Audience = Audience.Of(ChatWorld.Ministry.Id, ChatWorld.Observatory.Id) };
        Items.Add(new(ItemKind.Case, sent, title, r => r.MayEnter(sent) && Holds(partners, r)) { In = _site.ReadChat(db => db.Cases.Single(c => c.Id == sent)).RoomId });
    }

    async Task Mask()
    {
        var (account, word) = (_site.IdOf(Journalist), Word());
        await _site.Write<ChatDb>(db =>
        {
            db.Organisations.Single(o => o.Id == Newspaper).MasksAnalysts = true;
            db.Members.Single(m => m.AccountId == account).Name = $"{Journalist} {word}";
        });
        Items.Add(new(ItemKind.Name, account, word, r => r.Organisation == Newspaper || r.Person == account));
    }

    async Task<(Guid Id, Func<Reader, bool> Opens)> Begun(Seat seat, Marked marking)
    {
        var (id, word, room) = (Guid.NewGuid(), Word(), Guid.Empty);
        bool Opens(Reader r) => r.IsKnown && r.MayEnter(id) && Holds(marking, r);
        await Do(async services =>
        {
            var reply = await services.GetRequiredService<CaseShelf>().Open(id, seat, [Draft(seat, new CaseOpened { Title = $"Une {Common} {word}" }, marking)], Steps.Ct);
            room = reply.IsDone ? services.GetRequiredService<ChatDb>().Cases.Single(c => c.Id == id).RoomId : throw new InvalidOperationException(string.Join(" / ", reply.Faults.Select(f => f.French)));
        });
        Items.Add(new(ItemKind.Case, id, word, Opens) { In = room });
        return (id, Opens);
    }

    Task Write(Guid id, Seat seat, params CaseDraft[] drafts) => Do(async services =>
    {
        var reply = await services.GetRequiredService<CaseShelf>().Write(id, seat, drafts, Steps.Ct);
        if (!reply.IsDone)
        {
            throw new InvalidOperationException(string.Join(" / ", reply.Faults.Select(f => f.French)));
        }
    });
}
