# Generated from an OpenAPI description. Do not edit.
"""Models, imported when they are first asked for."""

from typing import TYPE_CHECKING

from .._runtime.lazy import exports

if TYPE_CHECKING:
    from .action_content import ActionContent as ActionContent
    from .allow_block_rule import AllowBlockRule as AllowBlockRule
    from .allow_block_rule_category import (
        AllowBlockRuleCategory as AllowBlockRuleCategory,
    )
    from .allow_block_rule_create import AllowBlockRuleCreate as AllowBlockRuleCreate
    from .allow_block_rule_list import AllowBlockRuleList as AllowBlockRuleList
    from .allow_block_rule_page import AllowBlockRulePage as AllowBlockRulePage
    from .allow_block_rule_progress import (
        AllowBlockRuleProgress as AllowBlockRuleProgress,
    )
    from .allow_block_rule_progress import (
        AllowBlockRuleProgressStatus as AllowBlockRuleProgressStatus,
    )
    from .allow_block_rule_type import AllowBlockRuleType as AllowBlockRuleType
    from .antispam_settings import AntispamSettings as AntispamSettings
    from .authentication_content import AuthenticationContent as AuthenticationContent
    from .body import Body as Body
    from .body_action import BodyAction as BodyAction
    from .body_authentication import BodyAuthentication as BodyAuthentication
    from .body_carousel import BodyCarousel as BodyCarousel
    from .body_file import BodyFile as BodyFile
    from .body_gif import BodyGif as BodyGif
    from .body_html import BodyHtml as BodyHtml
    from .body_image import BodyImage as BodyImage
    from .body_list import BodyList as BodyList
    from .body_location import BodyLocation as BodyLocation
    from .body_text import BodyText as BodyText
    from .carousel_content import CarouselContent as CarouselContent
    from .carousel_content import CarouselContentItemsItem as CarouselContentItemsItem
    from .conflict_error_body import ConflictErrorBody as ConflictErrorBody
    from .conversation import Conversation as Conversation
    from .conversation_accessibility import (
        ConversationAccessibility as ConversationAccessibility,
    )
    from .conversation_list import ConversationList as ConversationList
    from .conversation_page import ConversationPage as ConversationPage
    from .conversation_platform_style import (
        ConversationPlatformStyle as ConversationPlatformStyle,
    )
    from .conversation_resource import ConversationResource as ConversationResource
    from .conversation_status import ConversationStatus as ConversationStatus
    from .query_conversation_status import (
        ConversationStatusFilter as ConversationStatusFilter,
    )
    from .conversation_style import ConversationStyle as ConversationStyle
    from .conversation_visibility import (
        ConversationVisibility as ConversationVisibility,
    )
    from .conversational_channel import ConversationalChannel as ConversationalChannel
    from .conversational_channel import (
        ConversationalChannelStatus as ConversationalChannelStatus,
    )
    from .create_conversation import CreateConversation as CreateConversation
    from .create_initial_message import CreateInitialMessage as CreateInitialMessage
    from .create_message import CreateMessage as CreateMessage
    from .create_message_recipients import (
        CreateMessageRecipients as CreateMessageRecipients,
    )
    from .create_message_recipients import (
        CreateMessageRecipientsItem as CreateMessageRecipientsItem,
    )
    from .create_message_recipients import (
        CreateMessageRecipientsItemWithContactID as CreateMessageRecipientsItemWithContactID,
    )
    from .create_message_recipients import (
        CreateMessageRecipientsItemWithContactIDType as CreateMessageRecipientsItemWithContactIDType,
    )
    from .create_message_recipients import (
        CreateMessageRecipientsItemWithIdentifier as CreateMessageRecipientsItemWithIdentifier,
    )
    from .create_message_recipients import (
        CreateMessageRecipientsItemWithIdentifierType as CreateMessageRecipientsItemWithIdentifierType,
    )
    from .create_message import CreateMessageWithBody as CreateMessageWithBody
    from .create_message import CreateMessageWithTemplate as CreateMessageWithTemplate
    from .create_participant import CreateParticipant as CreateParticipant
    from .create_participant import (
        CreateParticipantUserOrFlow as CreateParticipantUserOrFlow,
    )
    from .create_participant import (
        CreateParticipantUserOrFlowStatus as CreateParticipantUserOrFlowStatus,
    )
    from .create_participant import (
        CreateParticipantUserOrFlowType as CreateParticipantUserOrFlowType,
    )
    from .create_participant import (
        CreateParticipantWithContactID as CreateParticipantWithContactID,
    )
    from .create_participant import (
        CreateParticipantWithContactIDContact as CreateParticipantWithContactIDContact,
    )
    from .create_participant import (
        CreateParticipantWithContactIDStatus as CreateParticipantWithContactIDStatus,
    )
    from .create_participant import (
        CreateParticipantWithContactIdentifier as CreateParticipantWithContactIdentifier,
    )
    from .create_participant import (
        CreateParticipantWithContactIdentifierContact as CreateParticipantWithContactIdentifierContact,
    )
    from .create_participant import (
        CreateParticipantWithContactIdentifierStatus as CreateParticipantWithContactIdentifierStatus,
    )
    from .create_presigned_upload import CreatePresignedUpload as CreatePresignedUpload
    from .detailed_error import DetailedError as DetailedError
    from .file_content import FileContent as FileContent
    from .file_content import FileContentFilesItem as FileContentFilesItem
    from .gif_content import GifContent as GifContent
    from .html_content import HtmlContent as HtmlContent
    from .image_content import ImageContent as ImageContent
    from .image_content import ImageContentImagesItem as ImageContentImagesItem
    from .last_message import LastMessage as LastMessage
    from .last_message import LastMessagePreview as LastMessagePreview
    from .list_content import ListContent as ListContent
    from .list_content import ListContentItemsItem as ListContentItemsItem
    from .list_content import ListContentMetadata as ListContentMetadata
    from .list_content import ListContentMetadataButton as ListContentMetadataButton
    from .list_participant_conversations import (
        ListParticipantConversationsVisibility as ListParticipantConversationsVisibility,
    )
    from .location_content import LocationContent as LocationContent
    from .message import Message as Message
    from .message_action import MessageAction as MessageAction
    from .message_action import MessageActionLink as MessageActionLink
    from .message_action import MessageActionPostback as MessageActionPostback
    from .message_action import MessageActionReply as MessageActionReply
    from .message_action import MessageActionType as MessageActionType
    from .message_attachment import MessageAttachment as MessageAttachment
    from .message_list import MessageList as MessageList
    from .message_meta import MessageMeta as MessageMeta
    from .message_meta import MessageMetaEmail as MessageMetaEmail
    from .message_meta import MessageMetaEmailFrom as MessageMetaEmailFrom
    from .message_meta import MessageMetaOrder as MessageMetaOrder
    from .message_meta import (
        MessageMetaOrderProductsItem as MessageMetaOrderProductsItem,
    )
    from .message_meta import (
        MessageMetaOrderProductsItemPrice as MessageMetaOrderProductsItemPrice,
    )
    from .message_meta import MessageMetaReferral as MessageMetaReferral
    from .message_meta import MessageMetaReferralMetadata as MessageMetaReferralMetadata
    from .message_meta import MessageMetaReferredProduct as MessageMetaReferredProduct
    from .message_page import MessagePage as MessagePage
    from .message import MessageReceiverTypesItem as MessageReceiverTypesItem
    from .message_recipient import MessageRecipient as MessageRecipient
    from .message_recipient import (
        MessageRecipientContactAnnotation as MessageRecipientContactAnnotation,
    )
    from .message_recipient import MessageRecipientType as MessageRecipientType
    from .message_sender import MessageSender as MessageSender
    from .message import MessageSource as MessageSource
    from .message_status import MessageStatus as MessageStatus
    from .not_found_error_body import NotFoundErrorBody as NotFoundErrorBody
    from .paginated_list import PaginatedList as PaginatedList
    from .paginated_results import PaginatedResults as PaginatedResults
    from .participant import Participant as Participant
    from .participant_contact import ParticipantContact as ParticipantContact
    from .participant_list import ParticipantList as ParticipantList
    from .participant_page import ParticipantPage as ParticipantPage
    from .participant_ref import ParticipantRef as ParticipantRef
    from .participant import ParticipantStatus as ParticipantStatus
    from .participant_type import ParticipantType as ParticipantType
    from .presigned_upload import PresignedUpload as PresignedUpload
    from .template import Template as Template
    from .template import TemplateParametersItem as TemplateParametersItem
    from .template import TemplateSettings as TemplateSettings
    from .template import TemplateShortLinks as TemplateShortLinks
    from .template import TemplateUtmParametersItem as TemplateUtmParametersItem
    from .text_content import TextContent as TextContent
    from .text_metadata import TextMetadata as TextMetadata
    from .text_metadata import TextMetadataApple as TextMetadataApple
    from .text_metadata import TextMetadataLine as TextMetadataLine
    from .text_metadata import TextMetadataLineEmoji as TextMetadataLineEmoji
    from .text_metadata import (
        TextMetadataLineEmojiItemsItem as TextMetadataLineEmojiItemsItem,
    )
    from .text_metadata import TextMetadataTelegram as TextMetadataTelegram
    from .text_metadata import TextMetadataWhatsapp as TextMetadataWhatsapp
    from .update_allow_block_rule import UpdateAllowBlockRule as UpdateAllowBlockRule
    from .update_conversation import UpdateConversation as UpdateConversation
    from .update_message import UpdateMessage as UpdateMessage
    from .update_message import UpdateMessageStatus as UpdateMessageStatus
    from .update_participant import UpdateParticipant as UpdateParticipant
    from .update_participant import UpdateParticipantStatus as UpdateParticipantStatus
    from .validation_error_body import ValidationErrorBody as ValidationErrorBody
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "ActionContent": "action_content",
            "AllowBlockRule": "allow_block_rule",
            "AllowBlockRuleCategory": "allow_block_rule_category",
            "AllowBlockRuleCreate": "allow_block_rule_create",
            "AllowBlockRuleList": "allow_block_rule_list",
            "AllowBlockRulePage": "allow_block_rule_page",
            "AllowBlockRuleProgress": "allow_block_rule_progress",
            "AllowBlockRuleProgressStatus": "allow_block_rule_progress",
            "AllowBlockRuleType": "allow_block_rule_type",
            "AntispamSettings": "antispam_settings",
            "AuthenticationContent": "authentication_content",
            "Body": "body",
            "BodyAction": "body_action",
            "BodyAuthentication": "body_authentication",
            "BodyCarousel": "body_carousel",
            "BodyFile": "body_file",
            "BodyGif": "body_gif",
            "BodyHtml": "body_html",
            "BodyImage": "body_image",
            "BodyList": "body_list",
            "BodyLocation": "body_location",
            "BodyText": "body_text",
            "CarouselContent": "carousel_content",
            "CarouselContentItemsItem": "carousel_content",
            "ConflictErrorBody": "conflict_error_body",
            "Conversation": "conversation",
            "ConversationAccessibility": "conversation_accessibility",
            "ConversationList": "conversation_list",
            "ConversationPage": "conversation_page",
            "ConversationPlatformStyle": "conversation_platform_style",
            "ConversationResource": "conversation_resource",
            "ConversationStatus": "conversation_status",
            "ConversationStatusFilter": "query_conversation_status",
            "ConversationStyle": "conversation_style",
            "ConversationVisibility": "conversation_visibility",
            "ConversationalChannel": "conversational_channel",
            "ConversationalChannelStatus": "conversational_channel",
            "CreateConversation": "create_conversation",
            "CreateInitialMessage": "create_initial_message",
            "CreateMessage": "create_message",
            "CreateMessageRecipients": "create_message_recipients",
            "CreateMessageRecipientsItem": "create_message_recipients",
            "CreateMessageRecipientsItemWithContactID": "create_message_recipients",
            "CreateMessageRecipientsItemWithContactIDType": "create_message_recipients",
            "CreateMessageRecipientsItemWithIdentifier": "create_message_recipients",
            "CreateMessageRecipientsItemWithIdentifierType": "create_message_recipients",
            "CreateMessageWithBody": "create_message",
            "CreateMessageWithTemplate": "create_message",
            "CreateParticipant": "create_participant",
            "CreateParticipantUserOrFlow": "create_participant",
            "CreateParticipantUserOrFlowStatus": "create_participant",
            "CreateParticipantUserOrFlowType": "create_participant",
            "CreateParticipantWithContactID": "create_participant",
            "CreateParticipantWithContactIDContact": "create_participant",
            "CreateParticipantWithContactIDStatus": "create_participant",
            "CreateParticipantWithContactIdentifier": "create_participant",
            "CreateParticipantWithContactIdentifierContact": "create_participant",
            "CreateParticipantWithContactIdentifierStatus": "create_participant",
            "CreatePresignedUpload": "create_presigned_upload",
            "DetailedError": "detailed_error",
            "FileContent": "file_content",
            "FileContentFilesItem": "file_content",
            "GifContent": "gif_content",
            "HtmlContent": "html_content",
            "ImageContent": "image_content",
            "ImageContentImagesItem": "image_content",
            "LastMessage": "last_message",
            "LastMessagePreview": "last_message",
            "ListContent": "list_content",
            "ListContentItemsItem": "list_content",
            "ListContentMetadata": "list_content",
            "ListContentMetadataButton": "list_content",
            "ListParticipantConversationsVisibility": "list_participant_conversations",
            "LocationContent": "location_content",
            "Message": "message",
            "MessageAction": "message_action",
            "MessageActionLink": "message_action",
            "MessageActionPostback": "message_action",
            "MessageActionReply": "message_action",
            "MessageActionType": "message_action",
            "MessageAttachment": "message_attachment",
            "MessageList": "message_list",
            "MessageMeta": "message_meta",
            "MessageMetaEmail": "message_meta",
            "MessageMetaEmailFrom": "message_meta",
            "MessageMetaOrder": "message_meta",
            "MessageMetaOrderProductsItem": "message_meta",
            "MessageMetaOrderProductsItemPrice": "message_meta",
            "MessageMetaReferral": "message_meta",
            "MessageMetaReferralMetadata": "message_meta",
            "MessageMetaReferredProduct": "message_meta",
            "MessagePage": "message_page",
            "MessageReceiverTypesItem": "message",
            "MessageRecipient": "message_recipient",
            "MessageRecipientContactAnnotation": "message_recipient",
            "MessageRecipientType": "message_recipient",
            "MessageSender": "message_sender",
            "MessageSource": "message",
            "MessageStatus": "message_status",
            "NotFoundErrorBody": "not_found_error_body",
            "PaginatedList": "paginated_list",
            "PaginatedResults": "paginated_results",
            "Participant": "participant",
            "ParticipantContact": "participant_contact",
            "ParticipantList": "participant_list",
            "ParticipantPage": "participant_page",
            "ParticipantRef": "participant_ref",
            "ParticipantStatus": "participant",
            "ParticipantType": "participant_type",
            "PresignedUpload": "presigned_upload",
            "Template": "template",
            "TemplateParametersItem": "template",
            "TemplateSettings": "template",
            "TemplateShortLinks": "template",
            "TemplateUtmParametersItem": "template",
            "TextContent": "text_content",
            "TextMetadata": "text_metadata",
            "TextMetadataApple": "text_metadata",
            "TextMetadataLine": "text_metadata",
            "TextMetadataLineEmoji": "text_metadata",
            "TextMetadataLineEmojiItemsItem": "text_metadata",
            "TextMetadataTelegram": "text_metadata",
            "TextMetadataWhatsapp": "text_metadata",
            "UpdateAllowBlockRule": "update_allow_block_rule",
            "UpdateConversation": "update_conversation",
            "UpdateMessage": "update_message",
            "UpdateMessageStatus": "update_message",
            "UpdateParticipant": "update_participant",
            "UpdateParticipantStatus": "update_participant",
            "ValidationErrorBody": "validation_error_body",
        },
    )
