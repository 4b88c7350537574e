using System.Text;

namespace Beffroi.Detection;

/// <summary>An account while it is read: what is odd is noted and left missing.</summary>
sealed class AccountDraft(ReadingOptions options) : RecordDraft(options)
{
    public Network? Network;
    public string? Id;
    public string? Handle;
    public string? DisplayName;
    public DateTimeOffset? CreatedAt;
    public DateTimeOffset? ObservedAt;
    public long? Posts;
    public long? Followers;
    public long? Following;
    public long? Favourites;
    public long? Listed;
    public bool? Verified;
    public bool? DefaultProfile;
    public bool? DefaultImage;
    public bool? BackgroundImage;
    public bool? Protected;
    public bool? GeoEnabled;
    public bool? DeclaredBot;
    public string? Language;
    public string? Location;
    public string? Url;
    public string? Description;
    public AccountLabel? Label;
    public string? Set;
    public string? Subset;

    /// <summary>Signs of the form of the object: which names were met.</summary>
    public AccountSigns Signs;

    /// <summary>Read within a post or a page rather than alone.</summary>
    public bool IsInside;

    /// <summary>Tells the network by the form of a JSON object; false when it is not an account.</summary>
    public bool TellNetwork()
    {
        bool Has(AccountSigns signs) => (Signs & signs) == signs;
        if (Has(AccountSigns.Text))
        {
            return false;
        }

        if (Network is not null)
        {
            return Id is not null || Handle is not null;
        }

        Network = Has(AccountSigns.ScreenName) || Has(AccountSigns.Friends | AccountSigns.Counts) ? Detection.Network.Twitter
            : Has(AccountSigns.Did | AccountSigns.Handle) ? Detection.Network.Bluesky
            : Has(AccountSigns.Acct) ? Detection.Network.Mastodon
            : Has(AccountSigns.Username | AccountSigns.PublicMetrics) || (Has(AccountSigns.Username | AccountSigns.Named) && Id is not null) ? Options.Network ?? Detection.Network.Twitter
            : Has(AccountSigns.Username) && Id is not null ? Unnamed()
            : null;
        return Network is not null;
    }

    /// <summary>An account of a network that nothing names.</summary>
    Network Unnamed()
    {
        if (Options.Network is null)
        {
            Note(ReadingCode.UnknownNetwork, null);
        }

        return Options.Network ?? Detection.Network.Other;
    }

    public void Clear(long line)
    {
        Start(line);
        (Network, Id, Handle, DisplayName, CreatedAt, ObservedAt) = (null, null, null, null, null, null);
        (Posts, Followers, Following, Favourites, Listed) = (null, null, null, null, null);
        (Verified, DefaultProfile, DefaultImage, BackgroundImage, Protected, GeoEnabled, DeclaredBot) = (null, null, null, null, null, null, null);
        (Language, Location, Url, Description, Label, Set, Subset) = (null, null, null, null, null, null, null);
        Signs = AccountSigns.None;
    }

    public AccountLabel? ReadLabel(ReadOnlySpan<byte> text, string field)
    {
        if (TextValue.IsAbsent(text))
        {
            return null;
        }

        var label = TextValue.Label(text);
        if (label is null)
        {
            Note(ReadingCode.UnknownLabel, field);
        }

        return label;
    }

    public Network? ReadNetwork(ReadOnlySpan<byte> text, string field)
    {
        if (TextValue.IsAbsent(text))
        {
            return null;
        }

        if (Ascii.EqualsIgnoreCase(text, "twitter"u8) || Ascii.EqualsIgnoreCase(text, "x"u8))
        {
            return Detection.Network.Twitter;
        }

        if (Ascii.EqualsIgnoreCase(text, "bluesky"u8) || Ascii.EqualsIgnoreCase(text, "bsky"u8))
        {
            return Detection.Network.Bluesky;
        }

        if (Ascii.EqualsIgnoreCase(text, "mastodon"u8))
        {
            return Detection.Network.Mastodon;
        }

        Note(ReadingCode.UnknownNetwork, field);
        return Detection.Network.Other;
    }

    public AccountRecord ToRecord()
    {
        var observed = ObservedAt ?? Options.ObservedAt;
        if (CreatedAt > observed?.AddDays(1))
        {
            Note(ReadingCode.FutureDate, "created_at");
            CreatedAt = null;
        }

        return new(
            new()
            {
                Network = Network ?? Options.Network ?? Detection.Network.Other,
                Id = Id ?? "",
                Handle = Handle is ['@', .. var bare] ? bare : Handle,
                DisplayName = DisplayName,
                CreatedAt = CreatedAt,
                ObservedAt = observed,
                Posts = Posts,
                Followers = Followers,
                Following = Following,
                Favourites = Favourites,
                Listed = Listed,
                Verified = Verified,
                DefaultProfile = DefaultProfile,
                DefaultImage = DefaultImage,
                BackgroundImage = BackgroundImage,
                Protected = Protected,
                GeoEnabled = GeoEnabled,
                DeclaredBot = DeclaredBot,
                Language = Language,
                Location = Location,
                Url = Url,
                Description = Description,
            },
            Label, Set, Subset);
    }
}
