using System.Diagnostics;
using Beffroi.Chat.Cases;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Searching;

/// <summary>Twenty organisations of ten people, six channels with half of what is said, two hundred rooms of two or three organisations with the rest; one message in twenty is marked for one organisation.</summary>
sealed class World
{
    const int Organisations = 20;
    const int People = 10;
    const int PrivateRooms = 200;
    const int Batch = 10_000;

    static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly List<Guid> _organisations = [.. Enumerable.Range(1, Organisations).Select(i => new Guid(i, 1, 0, new byte[8]))];

    public Seat Wide => Seat(0);

    /// <summary>Of an organisation that is in no private room.</summary>
    public Seat Narrow => Seat(Organisations - 1);

    public IReadOnlyList<(string Name, IReadOnlyList<SearchForm> Forms)> Questions { get; } =
    [
        ("one frequent word", [.. Enumerable.Range(1, 20).Select(i => new SearchForm { Q = Talk.Word(i) + " " })]),
        ("one word", [.. Enumerable.Range(1, 40).Select(i => new SearchForm { Q = Talk.Word(i * 97) + " " })]),
        ("two words", [.. Enumerable.Range(1, 40).Select(i => new SearchForm { Q = $"{Talk.Word(i * 13)} {Talk.Word(i * 31)} " })]),
        ("a beginning", [.. Enumerable.Range(1, 40).Select(i => new SearchForm { Q = Talk.Word(i * 53)[..4] })]),
        ("one word of an author since a day", [.. Enumerable.Range(1, 20).Select(i => new SearchForm { Q = Talk.Word(i * 7) + " ", Author = $"Personne 0 {i % People}", From = "2026-01-05" })]),
    ];

    public async Task Fill(IServiceProvider provider, int count)
    {
        var start = Stopwatch.GetTimestamp();
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "mesure.remplir";
        var (db, scopes) = (scope.ServiceProvider.GetRequiredService<ChatDb>(), scope.ServiceProvider.GetRequiredService<Scopes>());
        await db.Database.MigrateAsync();
        var everybody = await scopes.Of(new() { Tlp = Tlp.Green, Audience = Audience.Community }, CancellationToken.None);
        var own = new List<Guid>();
        foreach (var (organisation, i) in _organisations.Select((o, i) => (o, i)))
        {
            db.Add(new Organisation { Id = organisation, Name = $"Organisation {i}", Sector = Sector.State, Country = "FR", ApprovedAt = Start, ApprovedBy = Guid.Empty });
            db.AddRange(Enumerable.Range(0, People).Select(p => new Member { Id = Guid.NewGuid(), AccountId = Person(i, p), OrganisationId = organisation, Name = $"Personne {i} {p}", JoinedAt = Start }));
            own.Add(await scopes.Of(new() { Tlp = Tlp.AmberStrict, Audience = Audience.Of(organisation) }, CancellationToken.None));
        }

        var rooms = Channel.All.Select(c => new Room { Id = c.Id, Kind = RoomKind.Channel, Phase = c.Phase, Language = c.Language, Name = c.Name, ScopeId = everybody, CreatedAt = Start, CreatedBy = Guid.Empty }).ToList();
        var members = rooms.ConvertAll(_ => _organisations);
        for (var i = 0; i < PrivateRooms; i++)
        {
            List<Guid> inside = [_organisations[i % 2 * (1 + (i % (Organisations - 2)))], _organisations[1 + (i % (Organisations - 2))]];
            rooms.Add(new() { Id = new(i, 2, 0, new byte[8]), Kind = RoomKind.Private, Name = $"Salon {i}", ScopeId = await scopes.Of(new() { Tlp = Tlp.Amber, Audience = Audience.Of(inside) }, CancellationToken.None), CreatedAt = Start, CreatedBy = Guid.Empty });
            members.Add(inside);
        }

        db.AddRange(rooms);
        await db.SaveChangesAsync();
        await Say(db, rooms, members, own, count);
        Console.WriteLine($"{count} messages written and indexed: {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s");
    }

    async Task Say(ChatDb db, List<Room> rooms, List<List<Guid>> members, List<Guid> own, int count)
    {
        var talk = new Talk(20261126);
        for (var at = 0; at < count; at++)
        {
            var room = at % 2 == 0 ? talk.Next(Channel.All.Count) : Channel.All.Count + talk.Next(PrivateRooms);
            var organisation = members[room][talk.Next(members[room].Count)];
            var said = Start.AddSeconds(20.0 * at);
            db.Add(new Message
            {
                Id = Guid.CreateVersion7(said), RoomId = rooms[room].Id, Place = (said.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10, At = said, Origin = MessageOrigin.Person,
                AuthorId = Person(_organisations.IndexOf(organisation), talk.Next(People)), OrganisationId = organisation, ScopeId = at % 20 == 7 ? own[_organisations.IndexOf(organisation)] : null, Text = talk.Message(),
            });
            if (at % Batch == Batch - 1 || at == count - 1)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
                Console.Error.WriteLine($"{at + 1} / {count}");
            }
        }
    }

    static Guid Person(int organisation, int person) => new((organisation * People) + person + 1, 3, 0, new byte[8]);

    Seat Seat(int organisation) => new() { AccountId = Person(organisation, 0), Name = $"Personne {organisation} 0", OrganisationId = _organisations[organisation], OrganisationName = $"Organisation {organisation}" };
}
