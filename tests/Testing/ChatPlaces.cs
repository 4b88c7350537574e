using Beffroi.Chat;
using Beffroi.Cli.World;
using Beffroi.Kit;

namespace Beffroi.Testing;

/// <summary>The doors, rooms and messages of the chat, in both languages; cases are in <see cref="CasePlaces"/>, what goes in and out in <see cref="FlowPlaces"/>.</summary>
static class ChatPlaces
{
    const string Who = ChatWorld.Camille;

    /// <summary>Addresses that answer with something else than a page.</summary>
    public static IReadOnlyDictionary<string, string> NoPage { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Addresses.Live] = "the live line",
        [Addresses.Live + "/negotiate"] = "the live line",
        [Addresses.Route(Addresses.File(Guid.Empty))] = "a file",
        [Addresses.Route(Addresses.Preview(Guid.Empty))] = "a picture",
    };

    public static IEnumerable<Place> Of(PlaceKeys keys) => Langs.All.SelectMany(l => Doors(l).Concat(Rooms(l, keys)));

    /// <summary>Who comes in, and what they find first.</summary>
    static IEnumerable<Place> Doors(Lang l) =>
    [
        new(Addresses.Join(l), Addresses.Join(l), null),
        new(Addresses.Join(l), Addresses.Join(l), ChatWorld.Rose),
        new(Addresses.Join(l), Addresses.Join(l), ChatWorld.Marc),
        new(Addresses.Guest(l, "{secret}"), Addresses.Guest(l, ChatFurnishing.GuestSecret), null),
        .. Plain(Addresses.Home(l), Addresses.Notices(l), Addresses.Settings(l), Addresses.MyOrganisation(l), Addresses.Criteria(l), Addresses.Guests(l), Addresses.Readings(l)),
        .. Plain(Addresses.Organisations(l), Addresses.NewOrganisation(l), Addresses.Channels(l)),
        new(Addresses.Organisation(l, "{id:guid}"), Addresses.Organisation(l, ChatWorld.Observatory.Id), Who),
        new(Addresses.InviteGuest(l, "{id:guid}"), Addresses.InviteGuest(l, CaseFurnishing.Case.ToString()), Who),
        new(Addresses.Home(l), Addresses.Home(l), ChatWorld.Hugo),
    ];

    static IEnumerable<Place> Rooms(Lang l, PlaceKeys keys)
    {
        var (room, own, detection) = (ChatWorld.Channel(ChannelPhase.Reaction), ChatFurnishing.OwnWord, ChatWorld.Channel(ChannelPhase.Detection));
        var message = Addresses.Rooms(l) + "/{room:guid}/message/{id:guid}";
        return
        [
            .. Plain(Addresses.Search(l), Addresses.NewRoom(l)),
            new(Addresses.Search(l), Addresses.Search(l) + "?q=port", Who),
            new(Addresses.NewRoom(l), Addresses.NewRoom(l) + "?kind=direct", Who),
            .. new[] { detection, room, ChatWorld.PrivateRoom, keys.CaseRoom, ChatWorld.Channel(ChannelPhase.Qualification, Lang.English) }.Select(r => new Place(Addresses.Route(Addresses.Room(l, Guid.Empty)), Addresses.Room(l, r), Who)),
            new(Addresses.Route(Addresses.Room(l, Guid.Empty)), $"{Addresses.Room(l, detection)}?quote={WorldChat.FirstSign}", ChatWorld.Hugo),
            new(Addresses.Rooms(l) + "/{room:guid}" + l.Say("/fil/", "/thread/") + "{id:guid}", Addresses.Thread(l, detection, WorldChat.FirstSign), Who),
            new(message, Addresses.Message(l, room, own), Who),
            new(message + l.Say("/modifier", "/edit"), Addresses.Edit(l, room, own), Who),
            new(message + l.Say("/historique", "/history"), Addresses.Versions(l, room, own), Who),
            new(message + l.Say("/retirer", "/remove"), Addresses.Remove(l, room, own), Who),
            new(Addresses.Route(Addresses.RoomSettings(l, Guid.Empty)), Addresses.RoomSettings(l, ChatWorld.PrivateRoom), Who),
            new(Addresses.Route(Addresses.Feeds(l, Guid.Empty), "room"), Addresses.Feeds(l, ChatWorld.PrivateRoom), Who),
            new(Addresses.Route(Addresses.Hooks(l, Guid.Empty), "room"), Addresses.Hooks(l, ChatWorld.PrivateRoom), Who),
        ];
    }

    static IEnumerable<Place> Plain(params string[] addresses) => addresses.Select(a => new Place(a, a, Who));
}
