using Beffroi.Cli.World;

namespace Beffroi.Testing;

/// <summary>The people of the named world, called by their names.</summary>
public static class Crew
{
    public const string Superadmin = "Camille Fontaine";
    public const string Charge = "Ismaël Roche";
    public const string RegionAdmin = "Paul Mercier";
    public const string Admin = "Nadia Belkacem";
    public const string Hugo = "Hugo Lemaire";
    public const string Rose = "Rose Nguyen";
    public const string Pending = "Alex Martin";
    public const string OtherAdmin = "Marc Delattre";
    public const string OtherAdviser = "Samira Haddad";

    /// <summary>A visitor signed in as this person, through the real form.</summary>
    public static Task<Visitor> SignIn(this SiteUnderTest site, string name) => site.Visit().SignIn(EmailOf(name), People.Password);

    public static string EmailOf(string name) => People.All.Single(p => string.Equals(p.Name, name, StringComparison.Ordinal)).Email;

    public static Guid IdOf(this SiteUnderTest site, string name) => site.ReadAccounts(db => db.Users.Where(a => a.Name == name).Select(a => a.Id).Single());

    public static Guid StructureOf(this SiteUnderTest site, string name) => site.ReadAccounts(db => db.Structures.Where(s => s.Name == name).Select(s => s.Id).Single());
}
