using System.Text;

namespace Beffroi.Detection;

/// <summary>Accounts of a delimited file.</summary>
sealed class AccountTable
{
    static readonly Dictionary<string, AccountColumn> Known = ColumnNames.Table(
        (AccountColumn.Id, "id user_id id_str account_id author_id did external_author_id"),
        (AccountColumn.Handle, "screen_name username user_screen_name handle acct user_name author"),
        (AccountColumn.Name, "name display_name user_display_name"),
        (AccountColumn.Created, "created_at account_creation_date created account_created_at creation_date join_date user_created_at"),
        (AccountColumn.Observed, "probe_at observed_at crawled_at retrieved_at collected_at probed_at"),
        (AccountColumn.Posts, "statuses_count tweet_count tweets_count posts_count post_count status_count posts tweets updates number_of_tweets"),
        (AccountColumn.Followers, "followers_count follower_count followers number_of_followers"),
        (AccountColumn.Following, "friends_count following_count follows_count friends following followings number_of_followings"),
        (AccountColumn.Favourites, "favourites_count favorites_count like_count likes_count favourites favorites likes"),
        (AccountColumn.Listed, "listed_count listedcount lists_count listed"),
        (AccountColumn.Verified, "verified is_verified"),
        (AccountColumn.DefaultProfile, "default_profile is_default_profile"),
        (AccountColumn.DefaultImage, "default_profile_image is_default_profile_image"),
        (AccountColumn.Background, "profile_use_background_image use_background_image"),
        (AccountColumn.Protected, "protected is_protected locked"),
        (AccountColumn.Geo, "geo_enabled"),
        (AccountColumn.DeclaredBot, "declared_bot"),
        (AccountColumn.Language, "lang language account_language"),
        (AccountColumn.Location, "location user_location user_reported_location"),
        (AccountColumn.Url, "url user_profile_url user_url"),
        (AccountColumn.Description, "description bio user_profile_description user_description note"),
        (AccountColumn.Label, "label is_bot bot account_type class target"),
        (AccountColumn.Set, "dataset set"),
        (AccountColumn.Subset, "subset"),
        (AccountColumn.Network, "network platform"));

    readonly CsvRecords _records;
    readonly AccountColumn?[] _columns;
    readonly Network? _network;
    readonly bool _isOfPosts;

    public AccountTable(ByteWindow bytes, ReadingOptions options)
    {
        _records = new(bytes);
        _columns = ColumnNames.Meanings(_records.Header, Known, options);
        var names = _records.Header.Select(ColumnNames.Plain).ToHashSet(StringComparer.Ordinal);
        // In this one the count is of the posts given, not of the posts ever published.
        if (names.Contains("zscore") && Array.IndexOf(_columns, AccountColumn.Posts) is var posts && posts >= 0 && names.Contains("tweetcount"))
        {
            _columns[posts] = null;
        }

        _isOfPosts = names.Overlaps(["text", "tweettext", "content", "fulltext"]) && names.Overlaps(["authorid", "userid", "tweetid", "author"]);
        _network = names.Contains("did") ? Detection.Network.Bluesky
            : names.Contains("acct") ? Detection.Network.Mastodon
            : names.Overlaps(["screenname", "userscreenname", "statusescount", "tweetcount", "friendscount", "favouritescount"]) ? Detection.Network.Twitter
            : null;
    }

    /// <summary>Whether the header names accounts: an identifier or a name, and something to say of it. A table of posts is none: each post would pass for an account.</summary>
    public bool IsOfAccounts => !_isOfPosts && _columns.Any(c => c is AccountColumn.Id or AccountColumn.Handle)
        && _columns.Any(c => c is AccountColumn.Created or AccountColumn.Posts or AccountColumn.Followers or AccountColumn.Following or AccountColumn.Description or AccountColumn.Label);

    public long Line => _records.Line;

    public ReadingCode? Wrong => _records.Wrong;

    public bool Next() => _records.Next();

    public void Read(AccountDraft draft)
    {
        draft.Clear(_records.Line);
        for (var i = 0; i < _columns.Length; i++)
        {
            if (_columns[i] is { } column)
            {
                Set(draft, column, _records.Field(i), _records.Header[i]);
            }
        }

        draft.Network ??= draft.Id is ['d', 'i', 'd', ':', ..] ? Detection.Network.Bluesky : _network;
    }

    static void Set(AccountDraft draft, AccountColumn column, ReadOnlySpan<byte> text, string name)
    {
        switch (column)
        {
            case AccountColumn.Id: draft.Id = draft.Identifier(text, name); break;
            case AccountColumn.Handle: draft.Handle = Words(text); break;
            case AccountColumn.Name: draft.DisplayName = Words(text); break;
            case AccountColumn.Created: draft.CreatedAt = draft.Instant(text, name); break;
            case AccountColumn.Observed: draft.ObservedAt = draft.Instant(text, name); break;
            case AccountColumn.Posts: draft.Posts = draft.Count(text, name); break;
            case AccountColumn.Followers: draft.Followers = draft.Count(text, name); break;
            case AccountColumn.Following: draft.Following = draft.Count(text, name); break;
            case AccountColumn.Favourites: draft.Favourites = draft.Count(text, name); break;
            case AccountColumn.Listed: draft.Listed = draft.Count(text, name); break;
            case AccountColumn.Verified: draft.Verified = draft.Flag(text, name); break;
            case AccountColumn.DefaultProfile: draft.DefaultProfile = draft.Flag(text, name); break;
            case AccountColumn.DefaultImage: draft.DefaultImage = draft.Flag(text, name); break;
            case AccountColumn.Background: draft.BackgroundImage = draft.Flag(text, name); break;
            case AccountColumn.Protected: draft.Protected = draft.Flag(text, name); break;
            case AccountColumn.Geo: draft.GeoEnabled = draft.Flag(text, name); break;
            case AccountColumn.DeclaredBot: draft.DeclaredBot = draft.Flag(text, name); break;
            case AccountColumn.Language: draft.Language = Words(text); break;
            case AccountColumn.Location: draft.Location = Words(text); break;
            case AccountColumn.Url: draft.Url = Words(text); break;
            // An empty text of a profile is a text; the other fields do not tell "none" from "not given".
            case AccountColumn.Description: draft.Description = text.IsEmpty ? "" : Words(text); break;
            case AccountColumn.Label: draft.Label = draft.ReadLabel(text, name); break;
            case AccountColumn.Set: draft.Set = Words(text); break;
            case AccountColumn.Subset: draft.Subset = Words(text); break;
            case AccountColumn.Network: draft.Network = draft.ReadNetwork(text, name); break;
        }
    }

    static string? Words(ReadOnlySpan<byte> text) => TextValue.IsAbsent(text, words: true) ? null : Encoding.UTF8.GetString(text);
}
