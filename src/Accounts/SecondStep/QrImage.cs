using QRCoder;

namespace Beffroi.Accounts.SecondStep;

static class QrImage
{
    /// <summary>Four pixels a square: 180 px and more, which a telephone reads from a screen at arm's length.</summary>
    const int Pixels = 4;

    /// <summary>A picture in its own address: nothing secret is asked for by another request.</summary>
    public static string Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(Pixels));
    }
}
