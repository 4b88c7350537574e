namespace Beffroi.Detection;

/// <summary>What a column of a table of accounts holds.</summary>
enum AccountColumn
{
    Id, Handle, Name, Created, Observed, Posts, Followers, Following, Favourites, Listed, Verified, DefaultProfile, DefaultImage, Background,
    Protected, Geo, DeclaredBot, Language, Location, Url, Description, Label, Set, Subset, Network,
}
