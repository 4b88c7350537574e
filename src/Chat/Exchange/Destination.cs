using Beffroi.Kit;

namespace Beffroi.Chat.Exchange;

/// <summary>Whom a file is made for.</summary>
public enum DestinationKind
{
    /// <summary>Whoever makes it, for their own use.</summary>
    Oneself,

    /// <summary>An organisation of the site.</summary>
    Organisation,

    /// <summary>A client of one's organisation, outside the site.</summary>
    Client,

    /// <summary>Peers of the community, outside the site.</summary>
    Community,

    /// <summary>Anybody.</summary>
    World,
}

/// <summary>Whom a file is made for, and how far TLP 2.0 (FIRST, August 2022) lets a case go there.</summary>
public sealed record Destination
{
    Destination()
    {
    }

    public required DestinationKind Kind { get; init; }

    /// <summary>Of the site.</summary>
    public Guid? Organisation { get; private init; }

    public static Destination Oneself { get; } = new() { Kind = DestinationKind.Oneself };
    public static Destination Client { get; } = new() { Kind = DestinationKind.Client };
    public static Destination Community { get; } = new() { Kind = DestinationKind.Community };
    public static Destination World { get; } = new() { Kind = DestinationKind.World };

    public static Destination Of(Guid organisation) => new() { Kind = DestinationKind.Organisation, Organisation = organisation };

    /// <summary>
    /// RED goes to nobody else; AMBER+STRICT stays in the organisations that were told; AMBER goes on to their clients; GREEN to the community; CLEAR anywhere.
    /// An organisation of the site gets no more in a file than it may read here.
    /// </summary>
    public Tlp Highest => Kind switch
    {
        DestinationKind.Oneself => Tlp.Red,
        DestinationKind.Organisation => Tlp.AmberStrict,
        DestinationKind.Client => Tlp.Amber,
        DestinationKind.Community => Tlp.Green,
        DestinationKind.World => Tlp.Clear,
    };

    /// <summary>As whom a file for it is read.</summary>
    public Reader As(Reader oneself) => Kind is DestinationKind.Oneself ? oneself : Organisation is { } organisation ? Reader.OfOrganisation(organisation) : Reader.Public;

    public string Word(Lang language) => Kind switch
    {
        DestinationKind.Oneself => language.Say("vous seul", "yourself only"),
        DestinationKind.Organisation => language.Say("une organisation", "an organisation"),
        DestinationKind.Client => language.Say("un client de votre organisation", "a client of your organisation"),
        DestinationKind.Community => language.Say("la communauté", "the community"),
        DestinationKind.World => language.Say("tout le monde", "anybody"),
    };
}
