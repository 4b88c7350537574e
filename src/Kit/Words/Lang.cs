using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Kit;

/// <summary>The two languages of the pages; French is the first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Lang>))]
public enum Lang
{
    [JsonStringEnumMemberName("fr")] French,
    [JsonStringEnumMemberName("en")] English,
}

public static class Langs
{
    public static readonly IReadOnlyList<Lang> All = [Lang.French, Lang.English];

    /// <summary>Addresses of English pages begin with it.</summary>
    public const string EnglishPrefix = "/en";

    public static Lang Of(HttpRequest request) => Of(request.Path);

    public static Lang Of(PathString path) => path.StartsWithSegments(EnglishPrefix, StringComparison.Ordinal) ? Lang.English : Lang.French;

    /// <summary>As in <c>lang</c> and <c>hreflang</c>.</summary>
    public static string Code(this Lang language) => language.Say("fr", "en");

    public static Lang Other(this Lang language) => language.Say(Lang.English, Lang.French);

    /// <summary>One of two wordings: both are written where they are shown.</summary>
    public static T Say<T>(this Lang language, T french, T english) => language switch
    {
        Lang.French => french,
        Lang.English => english,
    };
}
