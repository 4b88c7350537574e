namespace Beffroi.Detection;

/// <summary>
/// What a score looks at, in the order of the inputs of its trees: the profile first (to <see cref="LocationGiven"/>), then the posts. A feature
/// whose source is not given is missing (NaN), never a constant. Rates are by day of age at observation. Neither an identifier nor a date of
/// creation is among them. A model names the features that it uses by these names.
/// </summary>
public enum AccountFeature
{
    /// <summary>Posts published.</summary>
    Posts,

    /// <summary>Accounts that follow it.</summary>
    Followers,

    /// <summary>Accounts that it follows.</summary>
    Following,

    /// <summary>Posts that it liked.</summary>
    Favourites,

    /// <summary>Lists that others put it on.</summary>
    Listed,

    /// <summary>Days from its creation to its observation.</summary>
    Age,

    /// <summary>Posts by day of age.</summary>
    PostsPerDay,

    /// <summary>Followers gained by day of age.</summary>
    FollowersPerDay,

    /// <summary>Accounts followed by day of age.</summary>
    FollowingPerDay,

    /// <summary>Likes given by day of age.</summary>
    FavouritesPerDay,

    /// <summary>Lists by day of age.</summary>
    ListedPerDay,

    /// <summary>(following + 1) / (followers + 1).</summary>
    FollowingPerFollower,

    /// <summary>(favourites + 1) / (posts + 1).</summary>
    FavouritesPerPost,

    /// <summary>(followers + 1) / (posts + 1).</summary>
    FollowersPerPost,

    /// <summary>(following + 1) / (posts + 1).</summary>
    FollowingPerPost,

    /// <summary>(favourites + 1) / (followers + 1).</summary>
    FavouritesPerFollower,

    /// <summary>(listed + 1) / (followers + 1).</summary>
    ListedPerFollower,

    /// <summary>Verified by its network: 1 or 0.</summary>
    Verified,

    /// <summary>Profile left as it was given: 1 or 0.</summary>
    DefaultProfile,

    /// <summary>Picture left as it was given: 1 or 0.</summary>
    DefaultImage,

    /// <summary>Background picture used: 1 or 0.</summary>
    BackgroundImage,

    /// <summary>Places its posts: 1 or 0.</summary>
    GeoEnabled,

    /// <summary>Characters of the handle.</summary>
    HandleLength,

    /// <summary>Digits in the handle.</summary>
    HandleDigits,

    /// <summary>Digits at the end of the handle.</summary>
    HandleDigitTail,

    /// <summary>Capital letters of the handle, as a share of its letters.</summary>
    HandleCapitals,

    /// <summary>Shannon entropy of the characters of the handle, bits by character.</summary>
    HandleEntropy,

    /// <summary>Mean log-likelihood of the pairs of characters of the handle under a model of people's handles (Yang et al., 2020): low for random characters.</summary>
    HandleLikelihood,

    /// <summary>The handle says that it is a program (bot, auto, feed…): 1 or 0.</summary>
    HandleSaysBot,

    /// <summary>Characters of the name.</summary>
    NameLength,

    /// <summary>Digits in the name.</summary>
    NameDigits,

    /// <summary>Words of the name.</summary>
    NameWords,

    /// <summary>Characters of the name that are neither letters, digits, spaces nor common punctuation, as a share.</summary>
    NameSymbols,

    /// <summary>Likeness of name and handle, letters and digits only: 1 less the edit distance by character of the longer.</summary>
    NameHandleLikeness,

    /// <summary>The name says that it is a program: 1 or 0.</summary>
    NameSaysBot,

    /// <summary>Characters of the description.</summary>
    DescriptionLength,

    /// <summary>Digits of the description, as a share.</summary>
    DescriptionDigits,

    /// <summary>Capital letters of the description, as a share of its letters.</summary>
    DescriptionCapitals,

    /// <summary>Links in the description.</summary>
    DescriptionLinks,

    /// <summary>Mentions (@) in the description.</summary>
    DescriptionMentions,

    /// <summary>Hashtags in the description.</summary>
    DescriptionHashtags,

    /// <summary>Emoji in the description.</summary>
    DescriptionEmoji,

    /// <summary>Punctuation of the description, as a share.</summary>
    DescriptionPunctuation,

    /// <summary>Letters by word of the description.</summary>
    DescriptionWordLength,

    /// <summary>The description says that a program posts (automated, every hour, created by @…): number of such signs.</summary>
    DescriptionSaysBot,

    /// <summary>The description speaks of a person (I, my, mother, fan, student…): share of its words.</summary>
    DescriptionSaysPerson,

    /// <summary>The description calls for something (follow, free, news, official…): share of its words.</summary>
    DescriptionCalls,

    /// <summary>A place is written: 1 or 0.</summary>
    LocationGiven,

    /// <summary>Posts given.</summary>
    TimelinePosts,

    /// <summary>Posts by day, from the first to the last post given.</summary>
    TimelinePostsPerDay,

    /// <summary>Mean of the time between two posts in a row, as log10 of seconds.</summary>
    GapMean,

    /// <summary>Standard deviation of the times between two posts by their mean.</summary>
    GapVariation,

    /// <summary>Burstiness of the times between two posts (Goh and Barabási, 2008): −1 regular, 0 at random, 1 in bursts.</summary>
    GapBurstiness,

    /// <summary>Correlation between a time between two posts and the next one.</summary>
    GapMemory,

    /// <summary>Shortest twentieth of the times between two posts, as log10 of seconds.</summary>
    GapShort,

    /// <summary>Entropy of the hours (UTC) of the posts, by the most that as many posts can have.</summary>
    HourEntropy,

    /// <summary>Longest run of hours of the day (UTC) without a post, hours.</summary>
    QuietHours,

    /// <summary>Entropy of the minutes of the hour of the posts, by the most that as many posts can have.</summary>
    MinuteEntropy,

    /// <summary>Share of the posts published in the same second of the minute as the most usual one.</summary>
    SecondPeak,

    /// <summary>Share of posts that are reposts.</summary>
    Reposts,

    /// <summary>Share of posts that answer another.</summary>
    Replies,

    /// <summary>Compressed by plain length of the string of types of posts (post, answer, repost): the digital DNA (Cresci et al., 2016).</summary>
    DnaCompression,

    /// <summary>Entropy of the pairs of types of posts in a row, bits.</summary>
    DnaEntropy,

    /// <summary>Characters by post.</summary>
    PostLength,

    /// <summary>Standard deviation of the length of the posts by its mean.</summary>
    PostLengthVariation,

    /// <summary>Letters by word of the posts.</summary>
    WordLength,

    /// <summary>Distinct words of the posts by the square root of the words (Guiraud, 1954).</summary>
    Vocabulary,

    /// <summary>Hashtags by post.</summary>
    Hashtags,

    /// <summary>Entropy of the hashtags used, bits; missing when none is.</summary>
    HashtagEntropy,

    /// <summary>Share of posts with a hashtag.</summary>
    HashtagPosts,

    /// <summary>Mentions by post.</summary>
    Mentions,

    /// <summary>Links by post.</summary>
    Links,

    /// <summary>Emoji by post.</summary>
    Emoji,

    /// <summary>Exclamation marks by post.</summary>
    Exclamations,

    /// <summary>Question marks by post.</summary>
    Questions,

    /// <summary>Share of posts that end with a full stop, an exclamation or a question mark, links and hashtags aside.</summary>
    FinalPunctuation,

    /// <summary>Ellipses (… or ...) by post.</summary>
    Ellipses,

    /// <summary>Commas by word.</summary>
    Commas,

    /// <summary>Apostrophes and quotation marks that a keyboard does not type (’ “ « ”), by all apostrophes and quotation marks; missing when there are none.</summary>
    CurlyQuotes,

    /// <summary>Capital letters by letter.</summary>
    Capitals,

    /// <summary>Share of posts whose first letter is a capital.</summary>
    InitialCapitals,

    /// <summary>Share of words all in capitals, of at least 3 letters.</summary>
    ShoutedWords,

    /// <summary>Letters repeated three times or more in a row, by post.</summary>
    StretchedLetters,

    /// <summary>Line breaks by post.</summary>
    LineBreaks,

    /// <summary>Digits by character.</summary>
    Digits,

    /// <summary>Share of posts whose text, without links, is that of an earlier post.</summary>
    Duplicates,

    /// <summary>Mean likeness of a post and the one before it: common words by all words of the two.</summary>
    OwnLikeness,

    /// <summary>Posts that let the words of an instruction through (as an AI language model, here is a tweet…), as a share.</summary>
    PromptLeaks,
}
