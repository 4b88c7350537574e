namespace Beffroi.Detection;

/// <summary>The features of the profile. Missing in, missing out.</summary>
static class ProfileFeatures
{
    public static void Fill(Account account, HandleLikelihood? handles, Span<float> to)
    {
        FillCounts(account, to);
        Set(to, AccountFeature.Verified, account.Verified);
        Set(to, AccountFeature.DefaultProfile, account.DefaultProfile);
        Set(to, AccountFeature.DefaultImage, account.DefaultImage);
        Set(to, AccountFeature.BackgroundImage, account.BackgroundImage);
        Set(to, AccountFeature.GeoEnabled, account.GeoEnabled);
        FillHandle(account.Handle, handles, to);
        FillName(account.DisplayName, account.Handle, to);
        FillDescription(account.Description, to);
        Set(to, AccountFeature.LocationGiven, account.Location is null ? null : !string.IsNullOrWhiteSpace(account.Location));
    }

    static void FillCounts(Account account, Span<float> to)
    {
        var (posts, followers, following, favourites, listed) = (Count(account.Posts), Count(account.Followers), Count(account.Following), Count(account.Favourites), Count(account.Listed));
        // An age of less than a day counts as one: a rate over an hour says nothing.
        var age = account is { CreatedAt: { } created, ObservedAt: { } observed } && observed >= created ? Math.Max(1, (float)(observed - created).TotalDays) : float.NaN;
        to[(int)AccountFeature.Posts] = posts;
        to[(int)AccountFeature.Followers] = followers;
        to[(int)AccountFeature.Following] = following;
        to[(int)AccountFeature.Favourites] = favourites;
        to[(int)AccountFeature.Listed] = listed;
        to[(int)AccountFeature.Age] = age;
        to[(int)AccountFeature.PostsPerDay] = posts / age;
        to[(int)AccountFeature.FollowersPerDay] = followers / age;
        to[(int)AccountFeature.FollowingPerDay] = following / age;
        to[(int)AccountFeature.FavouritesPerDay] = favourites / age;
        to[(int)AccountFeature.ListedPerDay] = listed / age;
        to[(int)AccountFeature.FollowingPerFollower] = (following + 1) / (followers + 1);
        to[(int)AccountFeature.FavouritesPerPost] = (favourites + 1) / (posts + 1);
        to[(int)AccountFeature.FollowersPerPost] = (followers + 1) / (posts + 1);
        to[(int)AccountFeature.FollowingPerPost] = (following + 1) / (posts + 1);
        to[(int)AccountFeature.FavouritesPerFollower] = (favourites + 1) / (followers + 1);
        to[(int)AccountFeature.ListedPerFollower] = (listed + 1) / (followers + 1);
    }

    static void FillHandle(string? handle, HandleLikelihood? handles, Span<float> to)
    {
        // No account is without a handle: an empty one is one that the source does not give.
        if (string.IsNullOrEmpty(handle))
        {
            to[(int)AccountFeature.HandleLength..((int)AccountFeature.HandleSaysBot + 1)].Fill(float.NaN);
            return;
        }

        var shape = TextShape.Of(handle);
        var tail = handle.Length - handle.AsSpan().TrimEnd("0123456789").Length;
        to[(int)AccountFeature.HandleLength] = shape.Characters;
        to[(int)AccountFeature.HandleDigits] = shape.Digits;
        to[(int)AccountFeature.HandleDigitTail] = tail;
        to[(int)AccountFeature.HandleCapitals] = Share(shape.Capitals, shape.Letters);
        to[(int)AccountFeature.HandleEntropy] = Entropy.OfCharacters(handle);
        to[(int)AccountFeature.HandleLikelihood] = handles?.Of(handle) ?? float.NaN;
        to[(int)AccountFeature.HandleSaysBot] = ProfileWords.NamesBot(handle) ? 1 : 0;
    }

    static void FillName(string? name, string? handle, Span<float> to)
    {
        if (string.IsNullOrEmpty(name))
        {
            to[(int)AccountFeature.NameLength..((int)AccountFeature.NameSaysBot + 1)].Fill(float.NaN);
            return;
        }

        var shape = TextShape.Of(name);
        to[(int)AccountFeature.NameLength] = shape.Characters;
        to[(int)AccountFeature.NameDigits] = shape.Digits;
        to[(int)AccountFeature.NameWords] = shape.Words;
        to[(int)AccountFeature.NameSymbols] = Share(shape.Symbols, shape.Characters);
        to[(int)AccountFeature.NameHandleLikeness] = Likeness.OfNames(name, handle);
        to[(int)AccountFeature.NameSaysBot] = ProfileWords.NamesBot(name) ? 1 : 0;
    }

    static void FillDescription(string? description, Span<float> to)
    {
        if (description is null)
        {
            to[(int)AccountFeature.DescriptionLength..((int)AccountFeature.DescriptionCalls + 1)].Fill(float.NaN);
            return;
        }

        var shape = TextShape.Of(description);
        var (automation, person, call, words) = ProfileWords.Count(description);
        to[(int)AccountFeature.DescriptionLength] = shape.Characters;
        to[(int)AccountFeature.DescriptionDigits] = Share(shape.Digits, shape.Characters);
        to[(int)AccountFeature.DescriptionCapitals] = Share(shape.Capitals, shape.Letters);
        to[(int)AccountFeature.DescriptionLinks] = shape.Links;
        to[(int)AccountFeature.DescriptionMentions] = shape.Mentions;
        to[(int)AccountFeature.DescriptionHashtags] = shape.Hashtags;
        to[(int)AccountFeature.DescriptionEmoji] = shape.Emoji;
        to[(int)AccountFeature.DescriptionPunctuation] = Share(shape.Punctuation, shape.Characters);
        to[(int)AccountFeature.DescriptionWordLength] = shape.PlainWords == 0 ? float.NaN : (float)shape.PlainWordLetters / shape.PlainWords;
        to[(int)AccountFeature.DescriptionSaysBot] = automation;
        to[(int)AccountFeature.DescriptionSaysPerson] = Share(person, words);
        to[(int)AccountFeature.DescriptionCalls] = Share(call, words);
    }

    static float Count(long? count) => count is >= 0 and var given ? given : float.NaN;

    static float Share(int part, int whole) => whole == 0 ? 0 : (float)part / whole;

    static void Set(Span<float> to, AccountFeature feature, bool? flag) => to[(int)feature] = flag switch { true => 1, false => 0, null => float.NaN };
}
