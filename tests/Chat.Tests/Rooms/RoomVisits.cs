using Beffroi.Cli.World;
using Beffroi.Kit;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Chat.Tests.Rooms;

/// <summary>Addresses of the named world's rooms, and what tests do there again and again.</summary>
static class RoomVisits
{
    public static readonly Guid Detection = ChatWorld.Channel(ChannelPhase.Detection);
    public static readonly Guid Private = ChatWorld.PrivateRoom;

    public static string At(Guid room) => Addresses.Room(Lang.French, room);

    /// <summary>Says something by the form of the room, and comes back to it.</summary>
    public static async Task<Guid> Say(this Visitor visitor, Guid room, string text, params (string, string?)[] more)
    {
        await visitor.Open(At(room));
        await visitor.Press("Envoyer", [("Text", text), .. more]);
        Assert.Equal(System.Net.HttpStatusCode.OK, visitor.Status);
        return visitor.Saying(text);
    }

    /// <summary>The id of the message of the page that says this.</summary>
    public static Guid Saying(this Visitor visitor, string text) =>
        Guid.Parse(visitor.Page.QuerySelectorAll(".chat-message").Last(m => m.TextContent.Contains(text, StringComparison.Ordinal)).GetAttribute("data-message")!);

    public static string Item(this Visitor visitor, Guid message) => Visitor.Flat(visitor.Page.QuerySelector($"#m-{message}")?.TextContent ?? "");

    public static bool Says(this Visitor visitor, string text) => visitor.Text.Contains(text, StringComparison.Ordinal);

    /// <summary>What the world's organisations decide about their names.</summary>
    public static Task Masks(this SiteUnderTest site, WorldOrganisation organisation) =>
        site.Write<ChatDb>(db => db.Organisations.Single(o => o.Id == organisation.Id).MasksAnalysts = true);
}
