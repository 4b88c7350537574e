using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>Where each page is, in French and in English: the same page, two addresses.</summary>
public static class Addresses
{
    public const string French = "/discussion";
    public const string English = "/en/chat";

    public static string Home(Lang l) => l.Say(French, English);

    /// <summary>Where a person of an accepted organisation comes in.</summary>
    public static string Join(Lang l) => Home(l) + l.Say("/rejoindre", "/join");
    public static string Organisations(Lang l) => Home(l) + l.Say("/organisations", "/organisations");
    public static string Organisation(Lang l, Guid id) => Organisation(l, id.ToString());

    /// <summary>Its pattern, for the route.</summary>
    public static string Organisation(Lang l, string id) => Organisations(l) + "/" + id;
    public static string NewOrganisation(Lang l) => Organisations(l) + l.Say("/nouvelle", "/new");
    public static string Criteria(Lang l) => Home(l) + l.Say("/criteres", "/criteria");

    /// <summary>The organisation of who reads.</summary>
    public static string MyOrganisation(Lang l) => Home(l) + l.Say("/mon-organisation", "/my-organisation");
    public static string Member(Lang l, string id) => Home(l) + l.Say("/membres/", "/members/") + id;
    public static string Guests(Lang l) => Home(l) + l.Say("/invites", "/guests");
    public static string InviteGuest(Lang l, string caseId) => Cases(l) + "/" + caseId + l.Say("/inviter", "/invite");
    public static string Readings(Lang l) => Home(l) + l.Say("/lectures", "/readings");
    public static string Guest(Lang l, string secret) => Home(l) + l.Say("/invitation/", "/invitation/") + secret;
    public static string Settings(Lang l) => Home(l) + l.Say("/mes-reglages", "/my-settings");
    public static string Notices(Lang l) => Home(l) + l.Say("/a-signaler", "/notices");
    public static string Search(Lang l) => Home(l) + l.Say("/recherche", "/search");
    public static string Channels(Lang l) => Home(l) + l.Say("/canaux", "/channels");
    public static string Rooms(Lang l) => Home(l) + l.Say("/salons", "/rooms");
    public static string Room(Lang l, Guid id) => Rooms(l) + "/" + id;
    public static string NewRoom(Lang l) => Rooms(l) + l.Say("/nouveau", "/new");
    public static string Message(Lang l, Guid room, Guid message) => Room(l, room) + "/message/" + message;
    public static string React(Lang l, Guid room, Guid message) => Message(l, room, message) + l.Say("/signe", "/sign");
    public static string Edit(Lang l, Guid room, Guid message) => Message(l, room, message) + l.Say("/modifier", "/edit");
    public static string Remove(Lang l, Guid room, Guid message) => Message(l, room, message) + l.Say("/retirer", "/remove");
    public static string Versions(Lang l, Guid room, Guid message) => Message(l, room, message) + l.Say("/historique", "/history");
    public static string Resolve(Lang l, Guid room, Guid message) => Message(l, room, message) + l.Say("/regler", "/settle");
    public static string Draft(Lang l, Guid room) => Room(l, room) + l.Say("/brouillon", "/draft");
    public static string Thread(Lang l, Guid room, Guid message) => Room(l, room) + l.Say("/fil/", "/thread/") + message;
    public static string RoomSettings(Lang l, Guid id) => Room(l, id) + l.Say("/reglages", "/settings");
    public static string Feeds(Lang l, Guid room) => Room(l, room) + l.Say("/flux", "/feeds");
    public static string Hooks(Lang l, Guid room) => Room(l, room) + "/webhooks";
    public static string File(Guid id) => French + "/fichier/" + id;
    public static string Preview(Guid id) => File(id) + "/apercu";
    public static string Cases(Lang l) => Home(l) + l.Say("/dossiers", "/cases");
    public static string Case(Lang l, Guid id) => Cases(l) + "/" + id;
    public static string NewCase(Lang l) => Cases(l) + l.Say("/nouveau", "/new");

    /// <summary>One press opens the case of a message.</summary>
    public static string OpenCase(Lang l, Guid room, Guid message) => Message(l, room, message) + l.Say("/dossier", "/case");
    public static string OpenPoints(Lang l) => Home(l) + l.Say("/questions-ouvertes", "/open-questions");

    /// <summary>Feeds, alerts, platforms, files: what goes in and out of a case.</summary>
    public static string Alert(Lang l, Guid id) => Case(l, id) + l.Say("/alerte", "/alert");
    public static string Platforms(Lang l, Guid id) => Case(l, id) + l.Say("/plateformes", "/platforms");
    public static string Dossier(Lang l, Guid id, Guid line) => Platforms(l, id) + "/" + line;
    public static string DossierFile(Lang l, Guid id, Guid line) => Dossier(l, id, line) + ".md";
    public static string Export(Lang l, Guid id) => Case(l, id) + l.Say("/exporter", "/export");
    public static string Reuses(Lang l, Guid id) => Case(l, id) + l.Say("/reutilisations", "/reuses");
    public static string Import(Lang l) => Cases(l) + l.Say("/importer", "/import");
    public static string Archive(Lang l) => Cases(l) + l.Say("/emporter", "/take-away");

    /// <summary>The route of an address that was made with an empty id.</summary>
    public static string Route(string address, string name = "id") => address.Replace(Guid.Empty.ToString(), "{" + name + ":guid}", StringComparison.Ordinal);

    /// <summary>The live line (SignalR).</summary>
    public const string Live = French + "/direct";

    /// <summary>Where outside programs post.</summary>
    public const string Hook = "/api/chat/hooks/{secret}";
}
