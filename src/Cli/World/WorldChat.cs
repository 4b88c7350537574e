using Beffroi.Accounts;
using Beffroi.Chat;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Cli.World;

/// <summary>Three organisations that talk: a channel for each phase and language, a private room of two of them, a few messages.</summary>
public static class WorldChat
{
    /// <summary>Of the ministry and the observatory only, TLP:AMBER.</summary>
    public static readonly Guid PrivateRoom = new("0e000000-0000-7000-8000-000000000100");

    /// <summary>In the French detection channel, for everybody: a doubtful link.</summary>
    public static readonly Guid FirstSign = new("0e000000-0000-7000-8000-000000000201");

    /// <summary>An answer in its thread.</summary>
    public static readonly Guid Answer = new("0e000000-0000-7000-8000-000000000202");

    /// <summary>In the same channel, TLP:AMBER for the ministry alone.</summary>
    public static readonly Guid MarkedSign = new("0e000000-0000-7000-8000-000000000203");

    public static readonly Guid PrivateWord = new("0e000000-0000-7000-8000-000000000204");
    public static readonly Guid EnglishSign = new("0e000000-0000-7000-8000-000000000205");

    public static Guid Channel(ChannelPhase phase, Lang language) => new($"0e000000-0000-7000-8000-0000000000{(10 * ((int)phase + 1)) + (int)language:d2}");

    /// <summary>Plants it where there is none, once its people are there; true when it did.</summary>
    public static async Task<bool> Plant(ChatDb chat, AccountsDb accounts, DateTimeOffset now, CancellationToken ct)
    {
        if (await chat.Organisations.AnyAsync(ct))
        {
            return false;
        }

        var emails = People.All.Select(p => p.Email).ToList();
        var ids = await accounts.Users.Where(a => emails.Contains(a.Email!)).ToDictionaryAsync(a => a.Email!, a => a.Id, StringComparer.Ordinal, ct);
        var start = now.AddDays(-20);
        foreach (var told in Organisations.All)
        {
            chat.Add(Organisation(told, ids, start));
            chat.AddRange(told.Members.Select((person, i) => Member(told, person, ids[person.Email], i == 0 && told.HasReferent, start)));
        }

        var scopes = new Scopes(chat);
        var rooms = await Rooms(scopes, ids[People.Camille.Email], start, ct);
        chat.AddRange(rooms);
        chat.AddRange(await Messages(scopes, rooms, ids, now, ct));
        await chat.SaveChangesAsync(ct);
        return true;
    }

    static Organisation Organisation(WorldOrganisation told, Dictionary<string, Guid> ids, DateTimeOffset at)
    {
        var by = ids[People.Camille.Email];
        var organisation = new Organisation { Id = told.Id, Name = told.Name, Sector = told.Sector, Country = "FR", ApprovedAt = at, ApprovedBy = by };
        organisation.Domains.AddRange(told.Domains.Select(d => new OrganisationDomain { Id = Guid.CreateVersion7(at), OrganisationId = told.Id, Domain = d, WithSubdomains = false, AddedAt = at, AddedBy = by }));
        return organisation;
    }

    static Member Member(WorldOrganisation told, WorldPerson person, Guid account, bool referent, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(at), AccountId = account, OrganisationId = told.Id, Name = person.Name, JoinedAt = at, IsReferent = referent };

    static async Task<List<Room>> Rooms(Scopes scopes, Guid author, DateTimeOffset at, CancellationToken ct)
    {
        var everybody = await scopes.Of(new() { Tlp = Tlp.Green, Audience = Audience.Community }, ct);
        var two = await scopes.Of(new() { Tlp = Tlp.Amber, Audience = Audience.Of(Organisations.Ministry.Id, Organisations.Observatory.Id) }, ct);
        List<Room> rooms =
        [
            .. from phase in Enum.GetValues<ChannelPhase>()
               from language in Langs.All
               select new Room { Id = Channel(phase, language), Kind = RoomKind.Channel, Phase = phase, Language = language, Name = Name(phase, language), Topic = Topic(phase, language), ScopeId = everybody, CreatedAt = at, CreatedBy = author },
        ];
        rooms.Add(new() { Id = PrivateRoom, Kind = RoomKind.Private, Name = "Port imaginaire", Topic = "Entre le ministère et l’observatoire", ScopeId = two, CreatedAt = at, CreatedBy = author });
        return rooms;
    }

    static string Name(ChannelPhase phase, Lang l) => phase switch
    {
        ChannelPhase.Detection => l.Say("Détection", "Detection"),
        ChannelPhase.Qualification => "Qualification",
        ChannelPhase.Reaction => l.Say("Réaction", "Reaction"),
    };

    static string Topic(ChannelPhase phase, Lang l) => phase switch
    {
        ChannelPhase.Detection => l.Say("Ce qui semble trompeur, avec son adresse", "What seems misleading, with its address"),
        ChannelPhase.Qualification => l.Say("Est-ce une manipulation\u00A0? Critère par critère", "Is it a manipulation? Criterion by criterion"),
        ChannelPhase.Reaction => l.Say("Que faire, ou ne rien faire", "What to do, or do nothing"),
    };

    static async Task<List<Message>> Messages(Scopes scopes, List<Room> rooms, Dictionary<string, Guid> ids, DateTimeOffset now, CancellationToken ct)
    {
        var ours = await scopes.Of(new() { Tlp = Tlp.Amber, Audience = Audience.Of(Organisations.Ministry.Id) }, ct);
        var (french, english) = (Channel(ChannelPhase.Detection, Lang.French), Channel(ChannelPhase.Detection, Lang.English));
        return
        [
            Say(FirstSign, french, People.Hugo, "Une vidéo dit que le port imaginaire ferme lundi\u00A0: https://port-imaginaire.example/fermeture. Quelqu’un sait d’où vient l’image\u00A0?", 50),
            Say(Answer, french, People.Samira, "L’image date de 2019 et montre un autre port.", 47, thread: FirstSign),
            Say(MarkedSign, french, People.Nadia, "Nos services confirment\u00A0: aucune fermeture n’est prévue. À ne pas citer encore.", 40, scope: ours),
            Say(PrivateWord, PrivateRoom, People.Paul, "Trois cents comptes ont publié la vidéo à la même seconde.", 26),
            Say(EnglishSign, english, People.Samira, "The same video is going round in English, with other subtitles.", 22),
        ];

        Message Say(Guid id, Guid roomId, WorldPerson person, string text, int hoursAgo, Guid? thread = null, Guid? scope = null)
        {
            var at = now.AddHours(-hoursAgo);
            var room = rooms.Single(r => r.Id == roomId);
            room.LastPlace = (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
            room.LastCommonPlace = scope is null ? room.LastPlace : room.LastCommonPlace;
            return new()
            {
                Id = id, RoomId = roomId, Place = room.LastPlace, At = at, Origin = MessageOrigin.Person, AuthorId = ids[person.Email],
                OrganisationId = Organisations.All.Single(o => o.Members.Contains(person)).Id, ThreadId = thread, ScopeId = scope, Text = text,
            };
        }
    }
}
