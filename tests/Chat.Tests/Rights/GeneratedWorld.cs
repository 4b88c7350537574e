using System.Globalization;
using System.Text;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Evidence.Files;
using Beffroi.Chat.Tests.People;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.Rights;

/// <summary>Something shared: a room, a message, a file, a case or a line of one. Its word stands in its text and nowhere else.</summary>
sealed record Item(ItemKind Kind, Guid Id, string Word, Func<Reader, bool> Lets)
{
    /// <summary>Room of a message or a file; case of a line.</summary>
    public Guid In { get; init; }
    public long Place { get; init; }

    /// <summary>Of a message: its own with that of its room.</summary>
    public Marked? Marking { get; init; }
}

enum ItemKind
{
    Room,
    Message,
    File,
    Case,
    Line,

    /// <summary>A file in a case, by its line.</summary>
    Evidence,

    /// <summary>Of somebody whose organisation masks its people: the account, and a word in the name.</summary>
    Name,
}

/// <summary>
/// Four organisations, a guest, and things with markings drawn by chance. Who may read what is worked out here from the markings in memory, by
/// <see cref="Audience.Holds"/> alone, and never asked of the database.
/// </summary>
sealed partial class GeneratedWorld
{
    public const string Journalist = Crew.Charge;

    /// <summary>In every text, so that one search finds them all.</summary>
    public const string Common = "rumeur";

    static readonly Guid Newspaper = new("0e000000-0000-7000-8000-00000000000f");

    readonly SiteUnderTest _site;
    readonly Random _random;
    readonly List<(string Name, Seat Seat)> _members;
    int _words;

    GeneratedWorld(SiteUnderTest site, int seed)
    {
        _site = site;
#pragma warning disable RS0030 // Seeded: the same world each time.
        _random = new(seed);
#pragma warning restore RS0030
        _members = [.. new[] { ChatWorld.Camille, ChatWorld.Nadia, ChatWorld.Paul, ChatWorld.Hugo, ChatWorld.Samira }.Select(n => (n, site.SeatOf(n)))];
        _members.Add((Journalist, new() { AccountId = site.IdOf(Journalist), Name = Journalist, OrganisationId = Newspaper, OrganisationName = "Journal du Quai" }));
    }

    public List<Item> Items { get; } = [];

    /// <summary>All who try, as the oracle knows them: members, the guest, somebody of no organisation, a stranger.</summary>
    public List<(string? Name, Reader Reader)> People { get; } = [];

    public Guid GuestCase { get; private set; }

    public IReadOnlyList<(string Name, Seat Seat)> Members => _members;

    public static async Task<GeneratedWorld> Make(SiteUnderTest site, int rooms, int messages, int cases)
    {
        var world = new GeneratedWorld(site, 8);
        await world.Begin();
        var places = new List<(Guid Id, Marked Marking)>();
        foreach (var phase in Enum.GetValues<ChannelPhase>())
        {
            places.Add((ChatWorld.Channel(phase), new() { Tlp = Tlp.Green, Audience = Audience.Community }));
        }

        for (var i = 0; i < rooms; i++)
        {
            places.Add(await world.Room());
        }

        for (var i = 0; i < cases; i++)
        {
            places.Add(await world.Case(i == 0));
        }

        for (var i = 0; i < messages; i++)
        {
            await world.Message(places[world._random.Next(places.Count)], null);
        }

        return world;
    }

    async Task Begin()
    {
        var (now, guest) = (SiteUnderTest.Start, _site.IdOf(ChatWorld.Rose));
        await _site.Write<ChatDb>(db => db.AddRange(
            new Organisation { Id = Newspaper, Name = "Journal du Quai", Sector = Sector.CivilSociety, Country = "FR", ApprovedAt = now, ApprovedBy = Guid.Empty },
            new Member { Id = Guid.NewGuid(), AccountId = _site.IdOf(Journalist), OrganisationId = Newspaper, Name = Journalist, JoinedAt = now }));
        GuestCase = Guid.NewGuid();
        await _site.Write<ChatDb>(db => db.Add(new GuestPass
        {
            Id = Guid.NewGuid(), CaseId = GuestCase, SecretHash = "h", ForWhom = "Une experte", OrganisationId = ChatWorld.Ministry.Id, InvitedBy = _members[0].Seat.AccountId, InvitedAt = now, ExpiresAt = now.AddDays(9),
            ApprovedAt = now, ApprovedBy = _members[0].Seat.AccountId, AccountId = guest, Name = ChatWorld.Rose, AcceptedAt = now,
        }));
        People.AddRange(_members.Select(m => ((string?)m.Name, m.Seat.Reader)));
        People.AddRange([(ChatWorld.Rose, Reader.Guest(guest, GuestCase)), (ChatWorld.Marc, Reader.Public), (null, Reader.Public)]);
    }

    /// <summary>A marking that lets its author in.</summary>
    public Marked Marking(Seat author)
    {
        var organisations = _members.Select(m => m.Seat.OrganisationId!.Value).Distinct().ToList();
        var some = organisations.Where(_ => _random.Next(3) == 0).Append(author.OrganisationId!.Value).ToList();
        var people = _members.Select(m => m.Seat.AccountId).Where(_ => _random.Next(4) == 0).Append(author.AccountId).ToList();
        return _random.Next(7) switch
        {
            0 => new() { Tlp = Tlp.Green, Audience = Audience.Community },
            1 => new() { Tlp = Tlp.Clear, Audience = Audience.World },
            2 => new() { Tlp = Tlp.Green, Audience = Audience.Of(some) },
            3 => new() { Tlp = Tlp.Amber, Audience = Audience.Of(some) },
            4 => new() { Tlp = Tlp.AmberStrict, Audience = new() { Circles = [Circle.Of([author.OrganisationId.Value], people)] } },
            5 => new() { Tlp = Tlp.Red, Audience = Audience.OfPeople(people) },
            _ => new() { Tlp = Tlp.Amber, Audience = Audience.Of(some).And(Audience.Of(organisations.Where(_ => _random.Next(2) == 0).Append(author.OrganisationId.Value))) },
        };
    }

    public async Task<(Guid Id, Marked Marking)> Room(Marked? only = null, Seat? by = null)
    {
        var (seat, id, word) = (by ?? Somebody(), Guid.NewGuid(), Word());
        var marking = only ?? Marking(seat);
        await Do(async services => services.GetRequiredService<ChatDb>().Add(new Room
        {
            Id = id, Kind = RoomKind.Private, Name = $"Salon {word}", ScopeId = await services.GetRequiredService<Scopes>().Of(marking, Steps.Ct), CreatedAt = SiteUnderTest.Start, CreatedBy = seat.AccountId,
        }));
        // Where people talk, whoever may read what is said there signs in.
        Items.Add(new(ItemKind.Room, id, word, r => r.IsKnown && !r.IsGuest && Holds(marking, r)));
        return (id, marking);
    }

    /// <summary>Said by somebody who may enter, half of the time for fewer people than the room.</summary>
    /// <param name="only">Its marking, where it is not drawn.</param>
    public async Task Message((Guid Id, Marked Marking) room, Marked? only, Seat? by = null)
    {
        var inside = _members.Where(m => Holds(room.Marking, m.Seat.Reader)).ToList();
        var (seat, id, word) = (by ?? inside[_random.Next(inside.Count)].Seat, Guid.NewGuid(), Word());
        var own = only ?? (_random.Next(2) == 0 ? Marking(seat) : null);
        var theCase = Items.Find(i => i.Kind == ItemKind.Case && i.In == room.Id);
        bool Lets(Reader r) => r.IsKnown && (theCase?.Lets(r) ?? (!r.IsGuest && Holds(room.Marking, r))) && (own is null || Holds(own, r) || r.Person == seat.AccountId);
        var file = _random.Next(4) == 0 ? new Item(ItemKind.File, Guid.NewGuid(), Word(), Lets) { In = room.Id } : null;
        var bytes = file is null ? [] : Encoding.UTF8.GetBytes($"{Common} {file.Word}");
        var place = 0L;
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        await Do(services => file is null ? Task.CompletedTask : services.GetRequiredService<Blobs>().Keep(sha256, bytes, Steps.Ct));
        await Do(async services => place = (await services.GetRequiredService<Posting>().Post(new()
        {
            Id = id, RoomId = room.Id, Origin = MessageOrigin.Person, AuthorId = seat.AccountId, OrganisationId = seat.OrganisationId, Marking = own, Text = $"Une {Common} {word}",
            Files = file is null ? [] : [new() { Id = file.Id, MessageId = id, Name = $"{file.Word}.txt", Kind = FileKind.Text, Size = bytes.Length, Sha256 = sha256, At = SiteUnderTest.Start, By = seat.AccountId }],
        }, Steps.Ct))!.Place);
        Items.Add(new(ItemKind.Message, id, word, Lets) { In = room.Id, Place = place, Marking = own is null ? room.Marking : room.Marking.And(own) });
        if (file is not null)
        {
            Items.Add(file);
        }
    }

    public async Task<(Guid Id, Marked Marking)> Case(bool forGuest, Marked? only = null, Seat? by = null)
    {
        var (seat, word) = (forGuest ? _members[0].Seat : by ?? Somebody(), Word());
        var id = forGuest ? GuestCase : Guid.NewGuid();
        var marking = forGuest ? new() { Tlp = Tlp.Amber, Audience = new() { Circles = [Circle.Of([ChatWorld.Ministry.Id, ChatWorld.Observatory.Id], [_site.IdOf(ChatWorld.Rose)])] } } : only ?? Marking(seat);
        bool Opens(Reader r) => r.IsKnown && r.MayEnter(id) && Holds(marking, r);
        var drafts = new List<CaseDraft> { Draft(seat, new CaseOpened { Title = $"Une {Common} {word}" }, marking) };
        var lines = new List<Item>();
        for (var i = 0; i < 4; i++)
        {
            var (own, text) = (_random.Next(2) == 0 ? Marking(seat) : new() { Tlp = marking.Tlp }, Word());
            CaseFact fact = i switch
            {
                0 => new ArgumentMade { Stance = Stance.For, Text = $"Une {Common} {text}", Criterion = Convention.Massive },
                1 => new SectionWritten { Section = Section.Actor, Text = $"Une {Common} {text}" },
                2 => new ObservableNoted { Observable = Observable.Read(ObservableKind.Hashtag, text)! },
                _ => new TimelineNoted { Text = $"Une {Common} {text}" },
            };
            var draft = Draft(seat, fact, own) with { HappenedAt = fact is TimelineNoted ? SiteUnderTest.Start.AddDays(-2) : null };
            drafts.Add(draft);
            lines.Add(new(ItemKind.Line, draft.Id, text, r => Opens(r) && (r.Person == seat.AccountId || Holds(own with { Audience = own.Audience ?? marking.Audience }, r))) { In = id });
        }

        var room = Guid.Empty;
        await Do(async services =>
        {
            var reply = await services.GetRequiredService<CaseShelf>().Open(id, seat, drafts, Steps.Ct);
            if (!reply.IsDone)
            {
                throw new InvalidOperationException(string.Join(" / ", reply.Faults.Select(f => f.French)));
            }

            room = services.GetRequiredService<ChatDb>().Cases.Single(c => c.Id == id).RoomId;
        });
        Items.Add(new(ItemKind.Case, id, word, Opens) { In = room });
        Items.AddRange(lines);
        return (room, marking);
    }

    /// <summary>Rooms, cases and their talk for the ministry alone.</summary>
    public async Task Hidden(int count)
    {
        var (marking, seat) = (new Marked { Tlp = Tlp.Amber, Audience = Audience.Of(ChatWorld.Ministry.Id) }, _members[0].Seat);
        for (var i = 0; i < count; i++)
        {
            await Message(await Room(marking, seat), null, seat);
            await Message(await Case(forGuest: false, marking, seat), null, seat);
        }
    }

    public static bool Holds(Marked marking, Reader reader) => marking.Audience!.Holds(reader, marking.Tlp);

    public T Draw<T>(IReadOnlyList<T> among) => among[_random.Next(among.Count)];

    public int Draw(int below) => _random.Next(below);

    Seat Somebody() => Draw(_members).Seat;

    static CaseDraft Draft(Seat seat, CaseFact fact, Marked marking) => new() { Id = Guid.NewGuid(), Author = seat.Author, Marking = marking, Fact = fact };

    string Word() => $"zq{(++_words).ToString("00000", CultureInfo.InvariantCulture)}qz";

    async Task Do(Func<IServiceProvider, Task> act)
    {
        await using var scope = _site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.partager";
        await act(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<ChatDb>().SaveChangesAsync(Steps.Ct);
    }
}
