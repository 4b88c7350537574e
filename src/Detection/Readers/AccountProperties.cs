using System.Text;
using System.Text.Json;

namespace Beffroi.Detection;

/// <summary>The plain properties of an account in JSON.</summary>
static class AccountProperties
{
    public static void Read(ref Utf8JsonReader reader, AccountName name, AccountDraft draft)
    {
        switch (name)
        {
            case AccountName.Id: draft.Id ??= JsonValue.Id(ref reader, draft, "id"); break;
            // Beside it, id may have gone through a float.
            case AccountName.IdText: draft.Id = JsonValue.Id(ref reader, draft, "id_str") ?? draft.Id; break;
            case AccountName.Did: draft.Id = JsonValue.Id(ref reader, draft, "did"); draft.Signs |= AccountSigns.Did; break;
            case AccountName.ScreenName: draft.Handle = JsonValue.Text(ref reader, draft, "screen_name"); draft.Signs |= AccountSigns.ScreenName; break;
            case AccountName.Username: draft.Handle ??= JsonValue.Text(ref reader, draft, "username"); draft.Signs |= AccountSigns.Username; break;
            case AccountName.Acct: draft.Handle = JsonValue.Text(ref reader, draft, "acct") ?? draft.Handle; draft.Signs |= AccountSigns.Acct; break;
            case AccountName.Handle: draft.Handle = JsonValue.Text(ref reader, draft, "handle"); draft.Signs |= AccountSigns.Handle; break;
            case AccountName.Name or AccountName.DisplayName: draft.DisplayName = JsonValue.Text(ref reader, draft, "name"); draft.Signs |= AccountSigns.Named; break;
            case AccountName.CreatedAt: draft.CreatedAt = JsonValue.Instant(ref reader, draft, "created_at"); break;
            case AccountName.ObservedAt: draft.ObservedAt = JsonValue.Instant(ref reader, draft, "observed_at"); break;
            case AccountName.Posts: draft.Posts = JsonValue.Count(ref reader, draft, "posts"); draft.Signs |= AccountSigns.Counts; break;
            case AccountName.Followers: draft.Followers = JsonValue.Count(ref reader, draft, "followers"); draft.Signs |= AccountSigns.Counts; break;
            case AccountName.Friends: draft.Following = JsonValue.Count(ref reader, draft, "friends"); draft.Signs |= AccountSigns.Counts | AccountSigns.Friends; break;
            case AccountName.Following: draft.Following = JsonValue.Count(ref reader, draft, "following"); draft.Signs |= AccountSigns.Counts; break;
            case AccountName.Favourites: draft.Favourites = JsonValue.Count(ref reader, draft, "favourites"); break;
            case AccountName.Listed: draft.Listed = JsonValue.Count(ref reader, draft, "listed"); break;
            case AccountName.Verified: draft.Verified = JsonValue.Flag(ref reader, draft, "verified"); break;
            case AccountName.DefaultProfile: draft.DefaultProfile = JsonValue.Flag(ref reader, draft, "default_profile"); break;
            case AccountName.DefaultImage: draft.DefaultImage = JsonValue.Flag(ref reader, draft, "default_profile_image"); break;
            case AccountName.Background: draft.BackgroundImage = JsonValue.Flag(ref reader, draft, "profile_use_background_image"); break;
            case AccountName.Protected: draft.Protected = JsonValue.Flag(ref reader, draft, "protected"); break;
            case AccountName.Geo: draft.GeoEnabled = JsonValue.Flag(ref reader, draft, "geo_enabled"); break;
            case AccountName.DeclaredBot: draft.DeclaredBot = JsonValue.Flag(ref reader, draft, "bot"); break;
            case AccountName.Language: draft.Language = JsonValue.Text(ref reader, draft, "lang"); break;
            case AccountName.Location: draft.Location = JsonValue.Text(ref reader, draft, "location"); break;
            case AccountName.Url: draft.Url = JsonValue.Text(ref reader, draft, "url"); break;
            case AccountName.Description: draft.Description = JsonValue.Text(ref reader, draft, "description"); break;
            case AccountName.Note: draft.Description = JsonValue.Text(ref reader, draft, "note") is { } html ? MarkedText.Plain(html) : draft.Description; break;
            case AccountName.Set: draft.Set = JsonValue.Text(ref reader, draft, "dataset"); break;
            case AccountName.Subset: draft.Subset = JsonValue.Text(ref reader, draft, "subset"); break;
            case AccountName.Network: draft.Network = JsonValue.Text(ref reader, draft, "network") is { } network ? draft.ReadNetwork(Encoding.UTF8.GetBytes(network), "network") : null; break;
            case AccountName.Label: draft.Label = Label(ref reader, draft); break;
            case AccountName.ImageAddress: draft.DefaultImage ??= Image(ref reader); break;
            case AccountName.Labels: draft.DeclaredBot = HasBotLabel(ref reader) ?? draft.DeclaredBot; break;
            case AccountName.Verification: draft.Verified = IsVerified(ref reader) ?? draft.Verified; break;
            case AccountName.Text: draft.Signs |= AccountSigns.Text; reader.Skip(); break;
            default: reader.Skip(); break;
        }
    }

    static AccountLabel? Label(ref Utf8JsonReader reader, AccountDraft draft)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True: return AccountLabel.Bot;
            case JsonTokenType.False: return AccountLabel.Human;
            case JsonTokenType.Number or JsonTokenType.String: return draft.ReadLabel(reader.ValueSpan, "label");
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>The pictures that Twitter and Mastodon give to whoever chose none have their own addresses.</summary>
    static bool? Image(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            return reader.ValueSpan.IndexOf("default_profile_images"u8) >= 0 || reader.ValueSpan.EndsWith("/missing.png"u8);
        }

        reader.Skip();
        return null;
    }

    static bool? HasBotLabel(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        var (found, depth, isValue) = (false, reader.CurrentDepth, false);
        while (reader.Read() && !(reader.TokenType is JsonTokenType.EndArray && reader.CurrentDepth == depth))
        {
            found |= isValue && reader.TokenType is JsonTokenType.String && reader.ValueSpan.SequenceEqual("bot"u8);
            isValue = reader.TokenType is JsonTokenType.PropertyName && reader.ValueSpan.SequenceEqual("val"u8);
        }

        return found;
    }

    static bool? IsVerified(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        bool? verified = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isStatus = reader.ValueSpan.SequenceEqual("verifiedStatus"u8);
            reader.Read();
            verified = isStatus && reader.TokenType is JsonTokenType.String ? reader.ValueSpan.SequenceEqual("valid"u8) : verified;
            reader.Skip();
        }

        return verified;
    }
}
