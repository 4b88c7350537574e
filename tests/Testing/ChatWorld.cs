using Beffroi.Chat;
using Beffroi.Cli.World;
using Beffroi.Kit;

namespace Beffroi.Testing;

/// <summary>
/// The chat of the named world: who is where is in <see cref="Organisations"/>, rooms and messages in <see cref="WorldChat"/>. Rose, Marc, Ismaël and Alex are of
/// no organisation; Marc and Ismaël have an address in an approved domain, Rose has not.
/// </summary>
public static class ChatWorld
{
    public static readonly WorldOrganisation Ministry = Organisations.Ministry;
    public static readonly WorldOrganisation Observatory = Organisations.Observatory;
    public static readonly WorldOrganisation Laboratory = Organisations.Laboratory;

    /// <summary>The French channel of each phase is <c>Channel(phase)</c>.</summary>
    public static Guid Channel(ChannelPhase phase, Lang language = Lang.French) => WorldChat.Channel(phase, language);

    public static Guid PrivateRoom => WorldChat.PrivateRoom;

    /// <summary>Referent of the ministry, superadmin of the site.</summary>
    public const string Camille = Crew.Superadmin;

    /// <summary>Of the ministry.</summary>
    public const string Nadia = Crew.Admin;

    /// <summary>Referent of the observatory.</summary>
    public const string Paul = Crew.RegionAdmin;

    /// <summary>Of the observatory.</summary>
    public const string Hugo = Crew.Hugo;

    /// <summary>Of the laboratory, which has no referent.</summary>
    public const string Samira = Crew.OtherAdviser;

    /// <summary>Signed in, of no organisation, with an address in no approved domain.</summary>
    public const string Rose = Crew.Rose;

    /// <summary>Of no organisation yet; the laboratory's domain is his.</summary>
    public const string Marc = Crew.OtherAdmin;

    /// <summary>The organisation of a member.</summary>
    public static WorldOrganisation? OrganisationOf(string name) => Organisations.All.FirstOrDefault(o => o.Members.Any(m => string.Equals(m.Name, name, StringComparison.Ordinal)));

    /// <summary>As the database lets them in.</summary>
    public static Reader ReaderOf(this SiteUnderTest site, string name) =>
        OrganisationOf(name) is { } organisation ? Reader.Member(site.IdOf(name), organisation.Id) : Reader.Public;
}
