namespace Beffroi.Detection;

/// <summary>Property names that matter in the JSON of accounts.</summary>
enum AccountName
{
    Id, IdText, ScreenName, Username, Acct, Did, Handle, Name, DisplayName, CreatedAt, ObservedAt, Retrieved, Posts, Followers, Friends, Following, Favourites, Listed,
    Metrics, Verified, DefaultProfile, DefaultImage, ImageAddress, Background, Protected, Geo, DeclaredBot, Language, Location, Url, Description, Note, Label, Labels,
    Verification, Set, Subset, Text, Timestamp, Twarc, Person, Inside, Control, Kind, Network,
}
