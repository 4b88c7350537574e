using System.Globalization;
using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Tests.OnTheShelf;
using Beffroi.Cli.World;

namespace Beffroi.Chat.Tests.CasePages;

/// <summary>Cases of the named world, opened as its people would.</summary>
static class CaseStory
{
    public const string Cases = "/discussion/dossiers";

    public static readonly string Channel = $"/discussion/salons/{ChatWorld.Channel(ChannelPhase.Detection)}";

    public static Seat SeatOf(this SiteUnderTest site, string name)
    {
        var organisation = ChatWorld.OrganisationOf(name)!;
        return new() { AccountId = site.IdOf(name), Name = name, OrganisationId = organisation.Id, OrganisationName = organisation.Name };
    }

    public static Marked Community { get; } = new() { Tlp = Tlp.Green, Audience = Audience.Community };

    /// <summary>Ministry and observatory.</summary>
    public static Marked Two { get; } = new() { Tlp = Tlp.Amber, Audience = Audience.Of(ChatWorld.Ministry.Id, ChatWorld.Observatory.Id) };

    /// <summary>A case that Hugo opened.</summary>
    public static Task<Guid> CaseOf(this SiteUnderTest site, Marked? marking = null, string by = ChatWorld.Hugo, string title = "Fausse fermeture du port") =>
        site.Opened(marking ?? Community, site.SeatOf(by), title);

    public static string Of(Guid id, string part = "") => string.Create(CultureInfo.InvariantCulture, $"{Cases}/{id}{part}");

    /// <summary>Opens a page and makes sure that it is there.</summary>
    public static async Task<Visitor> At(this Visitor visitor, string url)
    {
        await visitor.Open(url);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        return visitor;
    }

    /// <summary>As a person presses the button of a message.</summary>
    public static async Task<Visitor> OpenCaseFrom(this Visitor visitor, Guid message)
    {
        await visitor.At(Channel);
        return await visitor.Post($"{Channel}/message/{message}/dossier");
    }
}
