namespace Beffroi.Chat.Rules.Commands;

/// <summary>Searches by image, as addresses that the person opens or not: the address of the image goes to that engine then, and only then.</summary>
public static class ImageSearches
{
    /// <summary>Addresses of the engines (not checked against the engines, which change them without notice).</summary>
    public static IReadOnlyList<(string Engine, Uri Search)> For(Uri image)
    {
        var address = Uri.EscapeDataString(image.AbsoluteUri);
        return
        [
            ("Google Lens", new($"https://lens.google.com/uploadbyurl?url={address}")),
            ("TinEye", new($"https://tineye.com/search?url={address}")),
            ("Yandex", new($"https://yandex.com/images/search?rpt=imageview&url={address}")),
        ];
    }
}
